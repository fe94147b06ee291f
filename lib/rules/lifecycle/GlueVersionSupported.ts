import { supported } from '../../analysis/support/claim';
import { tableLookup } from '../../analysis/support/engines';
import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import { notWritten, supportRule } from './support-rules';

export const GlueVersionSupported = supportRule({
  id: 'GlueVersionSupported',
  resources: ['AWS::Glue::Job'],
  subject: { ja: 'Glueのジョブの版', en: 'Versions of Glue jobs' },
  stake: {
    ja: 'Glueのジョブは、業務システムの間で住民の記録を移す。',
    en: "Glue jobs carry residents' records between systems.",
  },
  fix: {
    ja: 'GlueVersionを3.0以降としてください。Pythonシェルのジョブでは、CommandのPythonVersionを3.9としてください。',
    en: 'Set GlueVersion to 3.0 or later; for a Python shell job set PythonVersion in Command to 3.9.',
  },
  cdk: {
    ja: 'CfnJobのglueVersion及びcommand.pythonVersionに指定する',
    en: 'glueVersion and command.pythonVersion of CfnJob',
  },
  check: (job, context) => {
    const isShell = job.get('Command.Name').must(equals('pythonshell'));
    const python = job.get('Command.PythonVersion');
    const glue = job.get('GlueVersion');
    return Claim.all([
      supported(job, glue, tableLookup('glue'), context, notWritten(glue)).onlyIf(isShell.not()),
      supported(job, python, tableLookup('gluePythonShell'), context, notWritten(python)).onlyIf(isShell),
    ]);
  },
});
