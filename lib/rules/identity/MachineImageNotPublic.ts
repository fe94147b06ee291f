import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const MachineImageNotPublic = defineRule({
  id: 'MachineImageNotPublic',
  clauses: ['9.2(5)①(ア)', '9.2(6)①(エ)', '7.2(1)①', '4(1)②(イ)'],
  title: {
    ja: 'マシンイメージは、公開しない',
    en: 'Machine images are not public',
  },
  why: {
    ja: 'イメージには設定、鍵及びプログラムが残り、公開すれば誰でもそのサーバを再現できる。',
    en: 'An image holds settings, keys and programs: once public, anybody can start that very server.',
  },
  fix: {
    ja: 'AmiDistributionConfigurationのLaunchPermissionConfigurationからUserGroups: allを除き、UserIds又はOrganizationArnsで相手を特定してください。',
    en: 'Remove UserGroups: all from LaunchPermissionConfiguration in AmiDistributionConfiguration, and name whom it is for in UserIds or OrganizationArns.',
  },
  cdk: {
    ja: "CfnDistributionConfigurationのlaunchPermissionConfigurationでuserGroupsに'all'を用いない",
    en: "no 'all' in userGroups of launchPermissionConfiguration of CfnDistributionConfiguration",
  },
  resources: ['AWS::ImageBuilder::DistributionConfiguration'],
  check: (configuration) =>
    configuration
      .get('Distributions')
      .items()
      .every((distribution) =>
        distribution
          .get('AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups')
          .items()
          .every((group) => group.must(noneOf('all'))),
      ),
});
