/** Types of CloudFormation that rules name and that @pulumi/aws 7 has no resource for, with the reason. */
export const NO_CLASSIC: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Authentication': 'metadata of a template, and no resource',
  'AWS::CloudFormation::Init': 'metadata of a template, and no resource',
  'AWS::CloudFormation::Stack':
    'cloudformation.Stack holds a template as text, which is not read: it is reported as not checked',
  'AWS::CloudTrail::ResourcePolicy': 'no such resource in @pulumi/aws 7.48',
  'AWS::CloudWatch::Integration': 'no such resource in @pulumi/aws 7.48',
  'AWS::EventsV2::EventBus': 'no such resource in @pulumi/aws 7.48',
  'AWS::EventsV2::ResourcePolicy': 'no such resource in @pulumi/aws 7.48',
  'AWS::IAM::Policy': 'iam.RolePolicy, GroupPolicy and UserPolicy are the types of the same names',
  'AWS::InspectorV2::CodeSecurityIntegration': 'no such resource in @pulumi/aws 7.48',
  'AWS::S3::Object': 'no resource: a kind of events that a trail records',
  'AWS::S3Express::AccessPoint':
    's3.AccessPoint is one of a bucket, or of a directory bucket: nothing tells which',
  'AWS::S3Express::BucketPolicy':
    's3.BucketPolicy is one of a bucket, or of a directory bucket; it is judged as the first',
  'AWS::S3Outposts::AccessPoint':
    's3.AccessPoint is one of a bucket, or of one on Outposts; it is judged as the first',
  'AWS::SNS::TopicInlinePolicy': 'sns.TopicPolicy is mapped to AWS::SNS::TopicPolicy',
  'AWS::SQS::QueueInlinePolicy': 'sqs.QueuePolicy is mapped to AWS::SQS::QueuePolicy',
  'AWS::SSM::ResourcePolicy': 'no such resource in @pulumi/aws 7.48',
  'AWS::SecretsManager::SecretTargetAttachment':
    'no such resource: a program writes the values of the target itself',
  'AWS::Serverless::Function': 'a macro of templates',
};
