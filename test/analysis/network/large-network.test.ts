import { networkTemplates, STATED } from '../../../bench/network-topology';
import { deploymentOf } from '../../helpers/inline';

describe('the large network of the benchmark', () => {
  const templates = networkTemplates({ ...STATED, leak: true });
  const deployment = deploymentOf(...templates);

  test('has the stated size', () => {
    const rules = deployment
      .ofType('AWS::EC2::SecurityGroup')
      .flatMap((group) => ['SecurityGroupIngress', 'SecurityGroupEgress'].map((name) => group.get(name)))
      .reduce((sum, field) => sum + field.items().known.length, 0);
    expect({
      vpcs: deployment.ofType('AWS::EC2::VPC').length,
      subnets: deployment.ofType('AWS::EC2::Subnet').length,
      rules,
    }).toEqual({ vpcs: 50, subnets: 400, rules: 2_000 });
  });
  test('is the same each time', () => {
    expect(networkTemplates({ ...STATED, leak: true })).toEqual(templates);
  });
  test('imports what is exported', () => {
    const text = JSON.stringify(templates);
    const names = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1]));
    const exported = names(/"Export":\{"Name":"([^"]+)"/g);
    expect([...names(/"Fn::ImportValue":"([^"]+)"/g)].filter((name) => !exported.has(name))).toEqual([]);
  });
});
