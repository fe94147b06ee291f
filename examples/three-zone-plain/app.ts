import { App, Aspects } from 'aws-cdk-lib';
import { PolicyGuardrail } from '../../index'; // in an app of your own: 'jichitai-guardrails'
import { addPlainCity } from './city';

const app = new App({
  context: {
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    '@aws-cdk/core:validateAgainstDefaultRules': true,
  },
});
Aspects.of(app).add(new PolicyGuardrail());
addPlainCity(app);
