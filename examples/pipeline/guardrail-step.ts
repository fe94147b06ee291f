import { type FileSet, type IFileSetProducer, ShellStep } from 'aws-cdk-lib/pipelines';

/** What a source or a step gives out. */
export interface Producer {
  readonly primaryOutput?: FileSet | undefined;
}

export interface GuardrailStepProps {
  /** The source of the app, in which the package is a dependency. */
  readonly source: Producer;
  /** The step that synthesizes the app. Its primary output must be the assembly. */
  readonly synth: Producer;
  /** A profile's name, or a YAML file of the source. @default miyazaki */
  readonly profile?: string;
  /** Register of exceptions, a YAML file of the source. @default - no exception is approved */
  readonly exceptions?: string;
}

/**
 * A step of CDK Pipelines that checks the assembly which is deployed later on, and not one that it makes itself. It
 * goes before the first stage: `pipeline.addWave('Guardrail', { pre: [step] })`.
 */
export function guardrailStep(id: string, props: GuardrailStepProps): ShellStep {
  const { source, synth, profile, exceptions } = props;
  return new ShellStep(id, {
    input: producer(source),
    additionalInputs: { '../assembly': producer(synth) },
    installCommands: ['npm ci'],
    env: {
      JICHITAI_ASSEMBLY: '../assembly',
      JICHITAI_FORMATS: 'junit sarif csv',
      ...(profile === undefined ? {} : { JICHITAI_PROFILE: profile }),
      ...(exceptions === undefined ? {} : { JICHITAI_EXCEPTIONS: exceptions }),
    },
    commands: ['bash node_modules/jichitai-guardrails/ci/check.sh'],
    primaryOutputDirectory: 'jichitai-report',
  });
}

/** The same for CDK, whose declarations do not know `exactOptionalPropertyTypes`. */
export function producer(given: Producer): IFileSetProducer {
  return given as IFileSetProducer;
}
