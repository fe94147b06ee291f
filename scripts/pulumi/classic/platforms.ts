import type { Written } from '.';

/** A setting of a portal, which the package joins to it by a resource of its own. */
function ofPortal(property: string, target: string) {
  return {
    type: 'AWS::WorkSpacesWeb::Portal',
    into: 'portalArn',
    properties: { [property]: target },
  } as const;
}

const OPTIONS = {
  application: 'ApplicationName',
  'settings[*].namespace': 'OptionSettings[*].Namespace',
  'settings[*].name': 'OptionSettings[*].OptionName',
  'settings[*].value': 'OptionSettings[*].Value',
  'settings[*].resource': 'OptionSettings[*].ResourceName',
} as const;

const PERMISSION = 'distributions[*].amiDistributionConfiguration.launchPermission.';
const PERMISSION_TARGET = 'Distributions[*].AmiDistributionConfiguration.LaunchPermissionConfiguration.';

/** Platforms that run applications, images of machines, desktops. */
export const PLATFORMS: Written = {
  'elasticbeanstalk/environment:Environment': {
    type: 'AWS::ElasticBeanstalk::Environment',
    properties: { ...OPTIONS, name: 'EnvironmentName', tier: 'Tier.Name', version: 'VersionLabel' },
  },
  'elasticbeanstalk/configurationTemplate:ConfigurationTemplate': {
    type: 'AWS::ElasticBeanstalk::ConfigurationTemplate',
    properties: OPTIONS,
  },
  'imagebuilder/containerRecipe:ContainerRecipe': { type: 'AWS::ImageBuilder::ContainerRecipe' },
  'imagebuilder/distributionConfiguration:DistributionConfiguration': {
    type: 'AWS::ImageBuilder::DistributionConfiguration',
    properties: {
      [`${PERMISSION}userGroups`]: `${PERMISSION_TARGET}UserGroups`,
      [`${PERMISSION}userIds`]: `${PERMISSION_TARGET}UserIds`,
      [`${PERMISSION}organizationArns`]: `${PERMISSION_TARGET}OrganizationArns`,
      [`${PERMISSION}organizationalUnitArns`]: `${PERMISSION_TARGET}OrganizationalUnitArns`,
    },
  },
  'imagebuilder/imagePipeline:ImagePipeline': { type: 'AWS::ImageBuilder::ImagePipeline' },
  'imagebuilder/imageRecipe:ImageRecipe': { type: 'AWS::ImageBuilder::ImageRecipe' },
  'imagebuilder/infrastructureConfiguration:InfrastructureConfiguration': {
    type: 'AWS::ImageBuilder::InfrastructureConfiguration',
  },
  'verifiedpermissions/policyStore:PolicyStore': {
    type: 'AWS::VerifiedPermissions::PolicyStore',
    properties: { deletionProtection: 'DeletionProtection.Mode' },
  },
  'cloud9/environmentEC2:EnvironmentEC2': { type: 'AWS::Cloud9::EnvironmentEC2' },
  'directoryservice/directory:Directory': {
    // A connector to a directory elsewhere is none of these, and is reported as not checked.
    type: {
      by: 'type',
      is: {
        MicrosoftAD: 'AWS::DirectoryService::MicrosoftAD',
        SimpleAD: 'AWS::DirectoryService::SimpleAD',
        absent: 'AWS::DirectoryService::SimpleAD',
      },
    },
    properties: { size: 'Size' },
  },
  'appstream/directoryConfig:DirectoryConfig': { type: 'AWS::AppStream::DirectoryConfig' },
  'appstream/fleet:Fleet': { type: 'AWS::AppStream::Fleet' },
  'appstream/imageBuilder:ImageBuilder': { type: 'AWS::AppStream::ImageBuilder' },
  'workspaces/workspace:Workspace': { type: 'AWS::WorkSpaces::Workspace' },
  'workspacesweb/browserSettings:BrowserSettings': { type: 'AWS::WorkSpacesWeb::BrowserSettings' },
  'workspacesweb/dataProtectionSettings:DataProtectionSettings': {
    type: 'AWS::WorkSpacesWeb::DataProtectionSettings',
  },
  'workspacesweb/ipAccessSettings:IpAccessSettings': { type: 'AWS::WorkSpacesWeb::IpAccessSettings' },
  'workspacesweb/networkSettings:NetworkSettings': { type: 'AWS::WorkSpacesWeb::NetworkSettings' },
  'workspacesweb/userSettings:UserSettings': { type: 'AWS::WorkSpacesWeb::UserSettings' },
  'workspacesweb/portal:Portal': { type: 'AWS::WorkSpacesWeb::Portal' },
  'workspacesweb/browserSettingsAssociation:BrowserSettingsAssociation': ofPortal(
    'browserSettingsArn',
    'BrowserSettingsArn',
  ),
  'workspacesweb/dataProtectionSettingsAssociation:DataProtectionSettingsAssociation': ofPortal(
    'dataProtectionSettingsArn',
    'DataProtectionSettingsArn',
  ),
  'workspacesweb/ipAccessSettingsAssociation:IpAccessSettingsAssociation': ofPortal(
    'ipAccessSettingsArn',
    'IpAccessSettingsArn',
  ),
  'workspacesweb/networkSettingsAssociation:NetworkSettingsAssociation': ofPortal(
    'networkSettingsArn',
    'NetworkSettingsArn',
  ),
  'workspacesweb/userSettingsAssociation:UserSettingsAssociation': ofPortal(
    'userSettingsArn',
    'UserSettingsArn',
  ),
  'workspacesweb/userAccessLoggingSettingsAssociation:UserAccessLoggingSettingsAssociation': ofPortal(
    'userAccessLoggingSettingsArn',
    'UserAccessLoggingSettingsArn',
  ),
  'lightsail/bucket:Bucket': {
    type: 'AWS::Lightsail::Bucket',
    properties: { name: 'BucketName' },
    lacks: { AccessRules: 'the package leaves them as they are made: private' },
  },
  'lightsail/bucketResourceAccess:BucketResourceAccess': {
    type: 'AWS::Lightsail::Bucket',
    into: 'bucketName',
    not: ['bucketName'],
    properties: { resourceName: 'ResourcesReceivingAccess[+]' },
  },
  'lightsail/containerService:ContainerService': {
    type: 'AWS::Lightsail::Container',
    properties: {
      name: 'ServiceName',
      'publicDomainNames.certificates[*].certificateName': 'PublicDomainNames[*].CertificateName',
      'publicDomainNames.certificates[*].domainNames': 'PublicDomainNames[*].DomainNames',
    },
  },
  'lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion': {
    type: 'AWS::Lightsail::Container',
    into: 'serviceName',
    not: ['serviceName'],
    properties: {
      'containers[*].containerName': 'ContainerServiceDeployment.Containers[*].ContainerName',
      'containers[*].image': 'ContainerServiceDeployment.Containers[*].Image',
      'containers[*].commands': 'ContainerServiceDeployment.Containers[*].Command',
      'containers[*].environment': {
        to: 'ContainerServiceDeployment.Containers[*].Environment',
        as: { pairs: ['Variable', 'Value'] },
      },
      'publicEndpoint.containerName': 'ContainerServiceDeployment.PublicEndpoint.ContainerName',
      'publicEndpoint.containerPort': 'ContainerServiceDeployment.PublicEndpoint.ContainerPort',
    },
  },
  'lightsail/database:Database': {
    type: 'AWS::Lightsail::Database',
    properties: {
      blueprintId: 'RelationalDatabaseBlueprintId',
      bundleId: 'RelationalDatabaseBundleId',
      masterPassword: 'MasterUserPassword',
      backupRetentionEnabled: 'BackupRetention',
    },
    snapshot: { unless: 'skipFinalSnapshot' },
  },
  'lightsail/disk:Disk': { type: 'AWS::Lightsail::Disk', properties: { name: 'DiskName' } },
  'lightsail/distribution:Distribution': {
    type: 'AWS::Lightsail::Distribution',
    properties: { name: 'DistributionName' },
  },
  'lightsail/instance:Instance': {
    type: 'AWS::Lightsail::Instance',
    properties: {
      name: 'InstanceName',
      'addOn.type': 'AddOns[0].AddOnType',
      'addOn.snapshotTime': 'AddOns[0].AutoSnapshotAddOnRequest.SnapshotTimeOfDay',
    },
  },
  'lightsail/instancePublicPorts:InstancePublicPorts': {
    type: 'AWS::Lightsail::Instance',
    into: 'instanceName',
    not: ['instanceName'],
    properties: {
      'portInfos[*].fromPort': 'Networking.Ports[*].FromPort',
      'portInfos[*].toPort': 'Networking.Ports[*].ToPort',
      'portInfos[*].protocol': 'Networking.Ports[*].Protocol',
      'portInfos[*].cidrs': 'Networking.Ports[*].Cidrs',
      'portInfos[*].ipv6Cidrs': 'Networking.Ports[*].Ipv6Cidrs',
      'portInfos[*].cidrListAliases': 'Networking.Ports[*].CidrListAliases',
    },
  },
  'lightsail/lb:Lb': {
    type: 'AWS::Lightsail::LoadBalancer',
    properties: { name: 'LoadBalancerName' },
    lacks: { TlsPolicyName: 'the package leaves the policy that the service gives' },
  },
  'lightsail/lbCertificate:LbCertificate': {
    type: 'AWS::Lightsail::LoadBalancerTlsCertificate',
    properties: {
      name: 'CertificateName',
      lbName: 'LoadBalancerName',
      domainName: 'CertificateDomainName',
      subjectAlternativeNames: 'CertificateAlternativeNames',
    },
  },
  'lightsail/lbCertificateAttachment:LbCertificateAttachment': {
    type: 'AWS::Lightsail::LoadBalancerTlsCertificate',
    into: 'certificateName',
    not: ['certificateName'],
    properties: { lbName: { to: 'IsAttached', as: { always: true } } },
  },
  'lightsail/lbHttpsRedirectionPolicy:LbHttpsRedirectionPolicy': {
    type: 'AWS::Lightsail::LoadBalancerTlsCertificate',
    into: ['lbName'],
    properties: { enabled: 'HttpsRedirectionEnabled' },
  },
  'lightsail/staticIp:StaticIp': { type: 'AWS::Lightsail::StaticIp', properties: { name: 'StaticIpName' } },
};
