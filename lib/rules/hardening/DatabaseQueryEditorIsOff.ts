import { isFalse } from '../../model/requirement';
import { defineRule } from '../define';

export const DatabaseQueryEditorIsOff = defineRule({
  id: 'DatabaseQueryEditorIsOff',
  clauses: ['9.2(5)①(オ)', '7.5(1)②'],
  title: {
    ja: 'データベースのHTTPエンドポイント（Data API、クエリエディタ）は、用いなければ停止する',
    en: 'HTTP endpoints of databases (Data API, query editor) are off unless they are needed',
  },
  why: {
    ja: 'HTTPエンドポイントは、VPCの外のブラウザから、ネットワークの制限を受けずにSQLを実行させる。',
    en: 'By that endpoint SQL is run from a browser outside of the VPC, past every limit of the network.',
  },
  fix: {
    ja: 'AWS::RDS::DBClusterのEnableHttpEndpointをfalseとするか、指定を外してください。',
    en: 'Set EnableHttpEndpoint of the AWS::RDS::DBCluster to false, or leave it out.',
  },
  cdk: {
    ja: 'DatabaseClusterのenableDataApiを用いない',
    en: 'no enableDataApi of DatabaseCluster',
  },
  // An application may work by the Data API: whether it is unneeded is for the owner to say.
  duty: 'should',
  resources: ['AWS::RDS::DBCluster'],
  check: (cluster) => cluster.get('EnableHttpEndpoint').orDefault(false).must(isFalse),
});
