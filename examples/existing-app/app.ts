import { App, Aspects } from 'aws-cdk-lib';
import { PolicyGuardrail } from '../../index'; // in an app of your own: 'jichitai-guardrails'
import { addApplications } from './step-4-inside';

const app = new App();
Aspects.of(app).add(new PolicyGuardrail());
addApplications(app);
