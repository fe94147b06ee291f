import { App, Aspects } from 'aws-cdk-lib';
import { PolicyGuardrail } from '../../index'; // in an app of your own: 'jichitai-guardrails'
import { addCity } from './city';

const app = new App({
  context: {
    // The archive must not vanish while other stacks still log to it.
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    // What CDK itself finds wrong in a template is an error too, not a warning.
    '@aws-cdk/core:validateAgainstDefaultRules': true,
  },
});

// The one line by which the policy holds: from here on, `cdk synth` fails on a violation.
Aspects.of(app).add(new PolicyGuardrail());

addCity(app);
