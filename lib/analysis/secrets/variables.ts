/** Where environment variables stand in a type of resource; `[*]` stands for the items of a list. */
export interface Places {
  /** Maps of names to values. */
  readonly maps?: readonly string[];
  /** Lists of names and values. */
  readonly lists?: readonly string[];
  /** What the name is called in such a list. @default Name */
  readonly nameKey?: string;
}

/** Environment variables, and arguments that take their place. Derived from the declarations of aws-cdk-lib 2.276.0. */
export const VARIABLES: Readonly<Record<string, Places>> = {
  'AWS::Lambda::Function': { maps: ['Environment.Variables'] },
  'AWS::Serverless::Function': { maps: ['Environment.Variables'] },
  'AWS::AppSync::GraphQLApi': { maps: ['EnvironmentVariables'] },
  'AWS::BedrockAgentCore::Runtime': { maps: ['EnvironmentVariables'] },
  'AWS::DeviceFarm::Project': { lists: ['EnvironmentVariables'] },
  'AWS::Glue::Job': { maps: ['DefaultArguments', 'NonOverridableArguments'] },
  'AWS::GreengrassV2::ComponentVersion': {
    maps: ['LambdaFunction.ComponentLambdaParameters.EnvironmentVariables'],
  },
  'AWS::SageMaker::Model': { maps: ['PrimaryContainer.Environment', 'Containers[*].Environment'] },
  'AWS::SageMaker::ProcessingJob': { maps: ['Environment'] },
  'AWS::SageMaker::InferenceComponent': { maps: ['Specification.Container.Environment'] },
  'AWS::SageMaker::ModelPackage': { maps: ['InferenceSpecification.Containers[*].Environment'] },
  'AWS::SageMaker::DataQualityJobDefinition': { maps: ['DataQualityAppSpecification.Environment'] },
  'AWS::SageMaker::ModelBiasJobDefinition': { maps: ['ModelBiasAppSpecification.Environment'] },
  'AWS::SageMaker::ModelExplainabilityJobDefinition': {
    maps: ['ModelExplainabilityAppSpecification.Environment'],
  },
  'AWS::SageMaker::ModelQualityJobDefinition': { maps: ['ModelQualityAppSpecification.Environment'] },
  'AWS::SageMaker::MonitoringSchedule': {
    maps: ['MonitoringScheduleConfig.MonitoringJobDefinition.Environment'],
  },
  'AWS::Synthetics::Canary': { maps: ['RunConfig.EnvironmentVariables'] },
  'AWS::ECS::TaskDefinition': { lists: ['ContainerDefinitions[*].Environment'] },
  'AWS::ECS::DaemonTaskDefinition': { lists: ['ContainerDefinitions[*].Environment'] },
  'AWS::ECS::ExpressGatewayService': { lists: ['PrimaryContainer.Environment'] },
  'AWS::CodeBuild::Project': { lists: ['Environment.EnvironmentVariables'] },
  'AWS::CodePipeline::Pipeline': { lists: ['Stages[*].Actions[*].EnvironmentVariables'] },
  'AWS::Batch::JobDefinition': {
    lists: [
      'ContainerProperties.Environment',
      'EcsProperties.TaskProperties[*].Containers[*].Environment',
      'EksProperties.PodProperties.Containers[*].Env',
      'NodeProperties.NodeRangeProperties[*].Container.Environment',
    ],
  },
  'AWS::Pipes::Pipe': {
    lists: [
      'TargetParameters.BatchJobParameters.ContainerOverrides.Environment',
      'TargetParameters.EcsTaskParameters.Overrides.ContainerOverrides[*].Environment',
    ],
  },
  'AWS::AppRunner::Service': {
    lists: [
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
    ],
  },
  'AWS::Amplify::App': { lists: ['EnvironmentVariables', 'AutoBranchCreationConfig.EnvironmentVariables'] },
  'AWS::Amplify::Branch': { lists: ['EnvironmentVariables'] },
  'AWS::ElasticBeanstalk::Environment': { lists: ['OptionSettings'], nameKey: 'OptionName' },
  'AWS::ElasticBeanstalk::ConfigurationTemplate': { lists: ['OptionSettings'], nameKey: 'OptionName' },
  'AWS::Lightsail::Container': {
    lists: ['ContainerServiceDeployment.Containers[*].Environment'],
    nameKey: 'Variable',
  },
  'AWS::OpsWorks::App': { lists: ['Environment'], nameKey: 'Key' },
};

/** Types of resources are data: `constructor` is a legal one. */
export function variablesOf(type: string): Places {
  return Object.hasOwn(VARIABLES, type) ? (VARIABLES[type] ?? {}) : {};
}
