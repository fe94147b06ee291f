import { asAlternative } from '../../analysis/evidence';
import { sourceOutcome, timeSettings } from '../../analysis/time-settings';
import { type Script, scriptsOf, USER_DATA } from '../../analysis/user-data';
import { vpcNamesTimeSource, vpcsOf } from '../../analysis/vpc-time';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import type { Profile } from '../../policy/profile';
import { plain, type Text } from '../../text';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const UserDataTimeSource = defineRule({
  id: 'UserDataTimeSource',
  clauses: ['8.1②'],
  title: {
    ja: 'サーバの起動スクリプトは、時刻の同期元を定められたもの以外に変更せず、時刻同期を止めない',
    en: 'Start scripts of servers set no time source but the prescribed ones, and do not stop time synchronization',
  },
  why: {
    ja: '起動スクリプトがサーバの同期元を書き換え、又は同期を止めると、VPCの設定が正しくてもそのサーバのログの時刻だけが証拠にならなくなる。',
    en: 'A start script that changes or stops the time source makes the timestamps of that server useless as evidence, however well the VPC is set up.',
  },
  fix: {
    ja: 'UserData（及びAWS::CloudFormation::Init）のchrony、ntp、w32tm等の設定で、同期元を169.254.169.123のみとし、時刻同期サービスを停止する命令を削除してください。',
    en: 'In UserData (and AWS::CloudFormation::Init) have chrony, ntp or w32tm follow 169.254.169.123 alone, and remove what stops the time service.',
  },
  cdk: {
    ja: 'UserData.addCommands()及びCloudFormationInitに、他の同期元の設定や時刻同期の停止を書かない',
    en: 'no other time source, and no command that stops the time service, in UserData.addCommands() or CloudFormationInit',
  },
  relievedBy: [fulfilledBy('AWS::EC2::VPCDHCPOptionsAssociation')],
  resources: Object.keys(USER_DATA),
  check: (server, { profile }) => {
    const field = server.get(USER_DATA[server.type] as string);
    const scripts = scriptsOf(field).map((script) => judge(field, script, profile).onlyIf(script.when));
    const files = initTexts(server).map(({ at, text }) =>
      judge(at, { when: at.given, text }, profile).onlyIf(at.given),
    );
    const claims = [...scripts, ...files];
    const claim = Claim.all(claims);
    const sets = [...scriptsOf(field), ...initTexts(server)].some(
      ({ text }) => text !== undefined && timeSettings(text).sources.length > 0,
    );
    return sets ? claim : claim.and(otherwiseTold(server, field));
  },
});

function judge(field: Field, script: Script, profile: Profile): Claim {
  const required: Text = {
    ja: `時刻の同期元が${profile.allowedTimeSources.join('、')}のみで、時刻同期が有効であること`,
    en: `only ${profile.allowedTimeSources.join(', ')} as time sources, and a clock that is kept`,
  };
  if (script.hidden !== undefined) return field.states('undetermined', script.hidden, required);
  if (script.text === undefined) return Claim.HOLDS;
  const { sources, switchedOff, hiddenLines } = timeSettings(script.text);
  const claims = sources.map((source) => {
    const outcome = sourceOutcome(source, profile.allowedTimeSources);
    return outcome === 'holds'
      ? Claim.HOLDS
      : field.states(
          outcome,
          outcome === 'breaks'
            ? { ja: `時刻の同期元は${source}`, en: `the time source ${source}` }
            : {
                ja: '時刻の同期元が配備前に定まらない',
                en: 'a time source that is not known before deployment',
              },
          required,
        );
  });
  claims.push(...switchedOff.map((command) => field.states('breaks', plain(command), required)));
  if (hiddenLines) {
    claims.push(
      field.states(
        'undetermined',
        { ja: '一部の行が配備前に定まらない', en: 'lines that are not known before deployment' },
        required,
      ),
    );
  }
  return Claim.all(claims);
}

/** Where the script is silent, the VPC or the image decides; what is inside an image has to be shown. */
function otherwiseTold(server: Resource, field: Field): Claim {
  const image = field.states(
    'needed',
    { ja: '起動スクリプトに時刻の設定なし', en: 'a start script that says nothing about the time' },
    {
      ja: 'マシンイメージがAmazon Time Sync Serviceに同期することの証跡',
      en: 'evidence that the machine image follows the Amazon Time Sync Service',
    },
  );
  const told = vpcsOf(server).map(({ vpc, when }) => vpcNamesTimeSource(vpc).and(Claim.when(when)));
  return asAlternative(Claim.any(told)).or(image);
}

/** Files and commands of cfn-init that concern the clock. */
function initTexts(server: Resource): readonly { readonly at: Field; readonly text: string }[] {
  const init = server.attribute('Metadata').child('AWS::CloudFormation::Init');
  return init.entries().known.flatMap((config) => {
    const files = config
      .get('files')
      .entries()
      .known.filter(({ at }) => /chrony|ntp|timesyncd/i.test(String(at.at(-1))))
      .map((file) => file.get('content'));
    const commands = config
      .get('commands')
      .entries()
      .known.map((command) => command.get('command'));
    return [...files, ...commands].flatMap((at) =>
      scriptsOf(at).flatMap(({ text }) => (text === undefined ? [] : [{ at, text }])),
    );
  });
}
