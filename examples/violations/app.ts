import { App, Aspects } from 'aws-cdk-lib';
import { PolicyGuardrail } from '../../index'; // in an app of your own: 'jichitai-guardrails'
import { addHurriedCity } from './city';

const app = new App();

// The same line as in the example that passes. Here `cdk synth` fails, and says why.
Aspects.of(app).add(new PolicyGuardrail());

addHurriedCity(app);
