import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { ISOLATED } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { type Context, defineRule } from '../define';
import { knownWith } from '../reliefs';

const REQUIRED = {
  ja: 'マイナンバー利用事務系又はLGWAN接続系のものを宛先としないこと',
  en: 'nothing of the my-number or LGWAN zone behind it',
};

interface Entrance {
  /** Where it names what is behind it. */
  readonly inner: (resource: Resource) => readonly Field[];
  /** That only its own zone can use it. */
  readonly isPrivate?: (resource: Resource, context: Context) => Claim;
}

const at =
  (...paths: readonly string[]) =>
  (resource: Resource) =>
    paths.flatMap((path) => fieldsAt(resource, path));

/** What leads into a VPC without a route, and from where anybody or members of other VPCs come. */
const ENTRANCES: Readonly<Record<string, Entrance>> = {
  'AWS::ApiGateway::VpcLink': { inner: at('TargetArns'), isPrivate: (link) => servesPrivateApis(link) },
  // HTTP APIs are on the Internet.
  'AWS::ApiGatewayV2::VpcLink': { inner: at('SubnetIds') },
  'AWS::CloudFront::VpcOrigin': { inner: at('VpcOriginEndpointConfig.Arn') },
  'AWS::GlobalAccelerator::EndpointGroup': { inner: at('EndpointConfigurations[*].EndpointId') },
  'AWS::VpcLattice::ServiceNetworkServiceAssociation': {
    inner: latticeTargets,
    isPrivate: (association, context) => membersAreInside(association, context),
  },
};

export const ServiceLeadsNobodyIntoIsolatedZone = defineRule({
  id: 'ServiceLeadsNobodyIntoIsolatedZone',
  clauses: ['4(1)①', '4(2)①', '7.1(9)'],
  title: {
    ja: 'APIのVPCリンク、CloudFrontのVPCオリジン等により、マイナンバー利用事務系又はLGWAN接続系へ他の領域から到達させない',
    en: 'No VPC link of an API, VPC origin of CloudFront or the like leads from elsewhere into the my-number or LGWAN zone',
  },
  why: {
    ja: 'これらのサービスは経路にもゲートウェイにも現れずにVPCの中へ通信を届けるため、閉じたはずの業務システムがインターネットから直接呼び出される。',
    en: 'These services bring traffic into a VPC without a route or a gateway that anybody would see, so that a system which seems closed is called from the Internet.',
  },
  fix: {
    ja: 'AWS::ApiGateway::VpcLink、AWS::ApiGatewayV2::VpcLink、AWS::CloudFront::VpcOrigin、AWS::GlobalAccelerator::EndpointGroup及びAWS::VpcLattice::ServiceNetworkServiceAssociationの宛先を、インターネット接続系のものとしてください。REST APIは、EndpointConfiguration.TypesをPRIVATEとすれば、領域の中で用いることができます。',
    en: 'Let AWS::ApiGateway::VpcLink, AWS::ApiGatewayV2::VpcLink, AWS::CloudFront::VpcOrigin, AWS::GlobalAccelerator::EndpointGroup and AWS::VpcLattice::ServiceNetworkServiceAssociation lead to what lies in the Internet zone. A REST API can be used within a zone where EndpointConfiguration.Types is PRIVATE.',
  },
  cdk: {
    ja: 'VpcLinkのtargets、VpcOrigin等に、インターネット接続系のロードバランサーを指定する',
    en: 'load balancers of the Internet zone in targets of VpcLink, in VpcOrigin and the like',
  },
  relievedBy: [knownWith('AWS::ApiGateway::Method')],
  resources: Object.keys(ENTRANCES),
  check: (resource, context) => {
    const { inner, isPrivate } = ENTRANCES[resource.type] as Entrance;
    const targets = Claim.all(inner(resource).map((field) => isOutsideOfIsolated(field, context)));
    if (targets === Claim.HOLDS) return targets;
    // One that itself lies in such a zone is told by InternetFacingOnlyInInternetZone.
    const isTold =
      resource.type === 'AWS::CloudFront::VpcOrigin'
        ? Claim.when(context.marks.inZone(resource, ISOLATED).holds)
        : Claim.BREAKS;
    return targets.or(isPrivate?.(resource, context) ?? Claim.BREAKS).or(isTold);
  },
});

function isOutsideOfIsolated(field: Field, { marks }: Context): Claim {
  return byAlternative(field, (value) => {
    if (value.kind !== 'reference') {
      return field.states(
        'needed',
        { ja: 'テンプレートにない宛先', en: 'something that is not in the templates' },
        REQUIRED,
      );
    }
    const name = value.resource.logicalId;
    return marks
      .inZone(value.resource, ISOLATED)
      .not()
      .explained(
        field.path,
        {
          ja: `マイナンバー利用事務系又はLGWAN接続系の（又は領域の分からない）${name}`,
          en: `${name}, of the my-number or LGWAN zone or of one that is not known`,
        },
        REQUIRED,
        field.at,
      );
  });
}

/** Says that all methods that use a link belong to private APIs. */
function servesPrivateApis(link: Resource): Claim {
  const methods = link.deployment.referrers(link, 'AWS::ApiGateway::Method', 'Integration.ConnectionId');
  if (methods.length === 0) return UNDETERMINED;
  return Claim.all(
    methods.flatMap(({ resource, when }) =>
      resource
        .get('RestApiId')
        .references()
        .map(({ value }) =>
          value.resource
            .get('EndpointConfiguration.Types')
            .items()
            .some((type) => type.must(equals('PRIVATE')))
            .onlyIf(when),
        ),
    ),
  );
}

/** The VPCs in which the targets of a service lie. */
function latticeTargets(association: Resource): readonly Field[] {
  const { deployment } = association;
  return association
    .get('ServiceIdentifier')
    .references()
    .flatMap(({ value }) =>
      deployment.referrers(value.resource, 'AWS::VpcLattice::Listener', 'ServiceIdentifier'),
    )
    .flatMap(({ resource }) =>
      fieldsAt(resource, 'DefaultAction.Forward.TargetGroups[*].TargetGroupIdentifier'),
    )
    .flatMap((field) => field.references())
    .map(({ value }) => value.resource.get('Config.VpcIdentifier'))
    .filter((field) => !field.isAbsent);
}

/** Says that only VPCs of an isolated zone are members of the service network. Between those another rule looks. */
function membersAreInside(association: Resource, { marks }: Context): Claim {
  const networks = association.get('ServiceNetworkIdentifier').references();
  if (networks.length === 0) return UNDETERMINED;
  return Claim.all(
    networks.flatMap(({ value }) =>
      association.deployment
        .referrers(
          value.resource,
          'AWS::VpcLattice::ServiceNetworkVpcAssociation',
          'ServiceNetworkIdentifier',
        )
        .flatMap(({ resource, when }) =>
          resource
            .get('VpcIdentifier')
            .references()
            .map((vpc) => marks.inZone(vpc.value.resource, ISOLATED).onlyIf(when.and(vpc.when))),
        ),
    ),
  );
}
