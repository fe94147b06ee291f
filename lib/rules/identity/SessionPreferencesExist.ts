import { holdsPreferences, PREFERENCES } from '../../analysis/identity/session-documents';
import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

export const SessionPreferencesExist = defineDeploymentRule({
  id: 'SessionPreferencesExist',
  clauses: ['7.2(4)', '7.2(6)'],
  title: {
    ja: 'Session Managerの設定（切断までの時間、記録等）を定める',
    en: 'The preferences of Session Manager say when sessions end and where they are recorded',
  },
  why: {
    ja: '設定がないと、接続は記録されず、接続時間の上限もない。',
    en: 'Without preferences sessions are not recorded, and their duration has no limit.',
  },
  fix: {
    ja: '名前をSSM-SessionManagerRunShell、DocumentTypeをSessionとしたAWS::SSM::Documentを作成してください。アプリの外で定めている場合は、その設定を示してください（プロファイルのplatformProvidesにsession-preferences）。',
    en: 'Make an AWS::SSM::Document of the Name SSM-SessionManagerRunShell and the DocumentType Session. Where the preferences are set outside of the app, show them (session-preferences in platformProvides of the profile).',
  },
  cdk: { ja: 'CfnDocumentを作成する', en: 'a CfnDocument' },
  checkDeployment: ({ deployment, profile }) => {
    const template = deployment.templates.find(({ resources }) => resources.size > 0);
    // Only where there are servers that somebody might log in to.
    if (template === undefined || deployment.ofType(...SERVERS).length === 0) return [];
    const exists = Claim.any(deployment.ofType('AWS::SSM::Document').map(holdsPreferences));
    const required = { ja: `文書${PREFERENCES}`, en: `a document named ${PREFERENCES}` };
    return [
      {
        template,
        claim: platformDuty(profile, 'session-preferences', exists, 'AWS::SSM::Document', required),
      },
    ];
  },
});

const SERVERS = [
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::SpotFleet',
];
