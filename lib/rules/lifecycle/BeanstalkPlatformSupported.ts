import { byAlternative } from '../../analysis/network/alternatives';
import { supportClaim, untold } from '../../analysis/support/claim';
import { stackLookup } from '../../analysis/support/machines';
import { Claim } from '../../model/claim';
import { present } from '../../model/requirement';
import { notWritten, supportRule } from './support-rules';

export const BeanstalkPlatformSupported = supportRule({
  id: 'BeanstalkPlatformSupported',
  resources: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  subject: { ja: 'Elastic Beanstalkのプラットフォーム', en: 'Platforms of Elastic Beanstalk' },
  stake: {
    ja: 'Elastic Beanstalkのプラットフォームは、OS、言語及びウェブサーバの全てを含み、住民が使う画面をそのまま動かす。',
    en: 'A Beanstalk platform brings operating system, language and web server, and runs the pages that residents use.',
  },
  fix: {
    ja: 'SolutionStackNameに、Amazon Linux 2023による新しいプラットフォームを指定してください。言語のサポート期限は別に確認してください。',
    en: 'Set SolutionStackName to a recent platform on Amazon Linux 2023. Confirm the support of its language separately.',
  },
  cdk: { ja: 'CfnEnvironmentのsolutionStackNameに指定する', en: 'solutionStackName of CfnEnvironment' },
  check: (environment, context) => {
    const stack = environment.get('SolutionStackName');
    const platform = environment.get('PlatformArn');
    const field = stack.isAbsent && !platform.isAbsent ? platform : stack;
    // The name tells the operating system; the language on it has dates of its own.
    const language = field.states(
      'needed',
      {
        ja: '言語及びミドルウェアの期限は見えない',
        en: 'a platform whose language and middleware have dates of their own',
      },
      { ja: '利用予定の期間中サポートのあるもの', en: 'supported for the planned use' },
    );
    return byAlternative(field, (value) => {
      if (value.kind === 'absent') {
        return environment.get('TemplateName').must(present).or(notWritten(field));
      }
      const found = value.kind === 'known' ? stackLookup(String(value.value)) : undefined;
      if (found === undefined) return untold(field, value);
      return Claim.all([supportClaim(environment, field, found, context), language]);
    });
  },
});
