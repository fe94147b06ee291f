import { basename, join } from 'node:path';
import { App, Aspects } from 'aws-cdk-lib';
import { PolicyGuardrail } from '../../index'; // in an app of your own: 'jichitai-guardrails'
import { addArchive } from './archive-stack';

/** The profile and the register lie beside the sources, also when they were compiled. */
const HERE =
  basename(join(__dirname, '..', '..')) === 'dist'
    ? join(__dirname, '..', '..', '..', 'examples', 'exceptions')
    : __dirname;

const app = new App();
Aspects.of(app).add(
  new PolicyGuardrail({ profile: join(HERE, 'city.yaml'), exceptions: join(HERE, 'exceptions.yaml') }),
);
addArchive(app);
