import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import { absent, equals, oneOf, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** Destinations of AppFlow that are services of AWS; the others are services on the Internet. */
const OF_AWS = oneOf('S3', 'Redshift', 'EventBridge', 'LookoutMetrics', 'Honeycode', 'CustomerProfiles');

/** What each kind of carrier must not have, so that it sends nothing to a service on the Internet. */
const STAYS: Readonly<Record<string, (carrier: Resource) => Claim>> = {
  'AWS::KinesisFirehose::DeliveryStream': (stream) =>
    Claim.all(
      ['HttpEndpoint', 'Splunk', 'Snowflake'].map((kind) =>
        stream.get(`${kind}DestinationConfiguration`).must(absent),
      ),
    ),
  'AWS::AppFlow::Flow': every('DestinationFlowConfigList[*].ConnectorType', OF_AWS),
  'AWS::DataSync::LocationAzureBlob': every('AzureBlobContainerUrl', absent),
  'AWS::Events::ApiDestination': every('InvocationEndpoint', absent),
  'AWS::SNS::Subscription': (subscription) => subscription.get('Protocol').must(NOT_TO_WEB),
  'AWS::Transfer::Connector': (connector) =>
    connector
      .get('Url')
      .must(absent)
      .or(connector.get('EgressType').must(equals('VPC_LATTICE'))),
};
const NOT_TO_WEB: Requirement = {
  text: { ja: 'http及びhttps以外', en: 'neither http nor https' },
  test: (value) => {
    if (value.kind === 'known') return /^https?$/.test(String(value.value)) ? 'breaks' : 'holds';
    return value.kind === 'absent' ? 'holds' : 'undetermined';
  },
};

export const IsolatedZoneSendsNoDataOutside = defineRule({
  id: 'IsolatedZoneSendsNoDataOutside',
  clauses: ['4(1)②(イ)', '4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系から、インターネット上のサービスへデータを送らない',
    en: 'The my-number and LGWAN zones send no data to services on the Internet',
  },
  why: {
    ja: 'マネージドサービスによる転送はVPCの経路によらず、ネットワークを分離していてもデータが外部に出る。',
    en: 'What a managed service delivers takes no route of the VPC: data leave however well the network is separated.',
  },
  fix: {
    ja: 'FirehoseのHttpEndpoint、Splunk及びSnowflakeの宛先、AppFlowの外部のConnectorType、EventBridgeのApiDestination、SNSのHTTP及びHTTPSのサブスクリプション、TransferのConnector、DataSyncのAzureの場所を取り除いてください。',
    en: 'Remove HttpEndpoint, Splunk and Snowflake destinations of Firehose, outside ConnectorType of AppFlow, ApiDestination of EventBridge, HTTP and HTTPS subscriptions of SNS, Connector of Transfer, and Azure locations of DataSync.',
  },
  cdk: {
    ja: 'DeliveryStreamの宛先をS3Bucket等とし、ApiDestination、UrlSubscription等を用いない',
    en: 'an S3Bucket or the like as destination of DeliveryStream; no ApiDestination and no UrlSubscription',
  },
  resources: Object.keys(STAYS),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (carrier) => (STAYS[carrier.type] as (carrier: Resource) => Claim)(carrier),
});

function every(path: string, requirement: Requirement): (carrier: Resource) => Claim {
  return (carrier) =>
    Claim.all(fieldsAt(carrier, path).map((field) => field.must(requirement).onlyIf(field.given)));
}
