import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { addCity } from '../../examples/three-zone/city';
import { addHurriedCity } from '../../examples/violations/city';
import { typesOf } from './support';

/** A build with what `cdk synth` would do to it, but for CDK's own validation. */
function synthesize(build: (app: App) => void) {
  const app = new App({ builtinCloudFormationValidation: false });
  build(app);
  const assembly = app.synth();
  const templates = new Map(
    app.node.children
      .filter(Stack.isStack)
      .map((stack) => [stack.node.id, Template.fromStack(stack)] as const),
  );
  return { app, assembly, templates, template: (id: string) => templates.get(id)! };
}

const root = join(__dirname, '..', '..');
const source = (path: string) => readFileSync(join(root, path), 'utf8');

describe.each([
  ['three-zone', addCity],
  ['violations', addHurriedCity],
])('examples/%s', (name, build) => {
  const city = synthesize(build);

  test('asks nobody for anything at synthesis', () => {
    expect(city.assembly.manifest.missing ?? []).toEqual([]);
  });

  test('says the zone of every stack', () => {
    for (const [id, template] of city.templates) {
      expect([id, template.toJSON()['Metadata'].Jichitai.Zone]).toEqual([
        id,
        expect.stringMatching(/^(my-number|lgwan|internet|management)$/),
      ]);
    }
  });

  test('has the guardrail as one line of its app', () => {
    const lines = source(`examples/${name}/app.ts`).split('\n');
    expect(lines.filter((line) => line === 'Aspects.of(app).add(new PolicyGuardrail());')).toHaveLength(1);
  });
});

describe('examples/three-zone', () => {
  const city = synthesize(addCity);

  test('needs no function and no custom resource, which would bring logs and rights of their own', () => {
    for (const template of city.templates.values()) {
      expect([...typesOf(template)].filter((type) => /Lambda|Custom/.test(type))).toEqual([]);
    }
  });

  test('keeps the Internet out of every zone but one', () => {
    const online = [...city.templates].filter(([, template]) =>
      typesOf(template).has('AWS::EC2::InternetGateway'),
    );
    expect(online.map(([id]) => id)).toEqual(['Reservation']);
  });

  test('has no two networks that overlap', () => {
    const ranges = [...city.templates.values()].flatMap((template) =>
      Object.values(template.findResources('AWS::EC2::VPC')).map((vpc) => vpc['Properties'].CidrBlock),
    );
    expect(new Set(ranges).size).toBe(3);
  });

  test('sends the flow logs of every VPC to the archive', () => {
    for (const id of ['ResidentRecord', 'Groupware', 'Reservation']) {
      city.template(id).hasResourceProperties('AWS::EC2::FlowLog', {
        TrafficType: 'ALL',
        LogDestination: { 'Fn::ImportValue': Match.stringLikeRegexp('LogArchive') },
      });
    }
  });

  test('limits every security group in both directions', () => {
    const open = [...city.templates].flatMap(([id, template]) => {
      const groups = Object.values(template.findResources('AWS::EC2::SecurityGroup'));
      return groups.flatMap(({ Properties: group }) => [
        ...(group.SecurityGroupIngress ?? [])
          .filter((rule: { CidrIp?: string }) => rule.CidrIp === '0.0.0.0/0')
          .map((rule: { FromPort: number }) => `${id} in ${rule.FromPort}`),
        ...(group.SecurityGroupEgress ?? [])
          .filter((rule: { CidrIp?: string }) => rule.CidrIp === '0.0.0.0/0')
          .map((rule: { FromPort: number }) => `${id} out ${rule.FromPort}`),
      ]);
    });
    expect(open).toEqual(['Reservation in 443', 'Reservation in 80']);
  });

  test('has a web ACL before the only public load balancer (7.1(10)④)', () => {
    city.template('Reservation').resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
    city.template('Reservation').resourceCountIs('AWS::WAFv2::LoggingConfiguration', 1);
  });

  test('copies backups to the other domestic region, into a vault that is locked (3(2)⑥(ウ))', () => {
    city.template('DisasterRecovery').hasResourceProperties('AWS::Backup::BackupVault', {
      BackupVaultName: 'city-disaster-recovery',
      LockConfiguration: { MinRetentionDays: 35, ChangeableForDays: 3 },
    });
    expect(JSON.stringify(city.template('Management').findResources('AWS::Backup::BackupPlan'))).toContain(
      ':backup:ap-northeast-3:111122223333:backup-vault:city-disaster-recovery',
    );
  });
});

test('no construct names an account or a region', () => {
  const files = readdirSync(join(root, 'constructs'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(15);
  const literals = files.filter((file) =>
    /\b(ap|us|eu)-[a-z]+-\d\b|\b\d{12}\b/.test(source(`constructs/${file}`)),
  );
  expect(literals).toEqual([]);
});
