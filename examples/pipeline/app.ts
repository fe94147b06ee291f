import { App, SecretValue, Stack, Stage } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { CodePipeline, CodePipelineSource, ShellStep } from 'aws-cdk-lib/pipelines';
import { guardrailStep, producer } from './guardrail-step';

/** What is deployed; an app of its own in real life. */
class City extends Stage {
  constructor(scope: App, id: string) {
    super(scope, id);
    new Topic(new Stack(this, 'Alarms'), 'Operators');
  }
}

const app = new App();
const stack = new Stack(app, 'Delivery');

const source = CodePipelineSource.gitHub('city/app', 'main', {
  authentication: SecretValue.secretsManager('github-token'),
});
const synth = new ShellStep('Synth', { input: producer(source), commands: ['npm ci', 'npx cdk synth'] });
const pipeline = new CodePipeline(stack, 'Pipeline', { synth: producer(synth) });

// Nothing is deployed that this step did not let pass.
const check = guardrailStep('Guardrail', {
  source,
  synth,
  profile: 'jichitai/profile.yaml',
  exceptions: 'jichitai/exceptions.yaml',
});
pipeline.addWave('Policy', { pre: [check] });
pipeline.addStage(new City(app, 'Production'));
