import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';

/** Who asked for what, how he was recognized, and what was done. */
const NEEDED = ['api', 'audit', 'authenticator'];

export const EksClusterLogs = defineRule({
  id: 'EksClusterLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'EKSクラスターは、コントロールプレーンのログ（api、audit、authenticator）を取得する',
    en: 'EKS clusters keep the logs of their control plane (api, audit, authenticator)',
  },
  why: {
    ja: 'コントロールプレーンのログは既定で取得されない。なければ、誰がコンテナに入り、シークレットを読み、権限を変えたか分からない。',
    en: 'EKS keeps no control plane logs by default. Without them, nobody knows who entered a container, read a secret or changed rights.',
  },
  fix: {
    ja: 'Logging.ClusterLogging.EnabledTypesに、Typeがapi、audit及びauthenticatorである項目を加えてください。',
    en: 'Add items of Type api, audit and authenticator to Logging.ClusterLogging.EnabledTypes.',
  },
  cdk: {
    ja: 'ClusterのclusterLoggingにClusterLoggingTypes.API、AUDIT及びAUTHENTICATORを指定する',
    en: 'clusterLogging of Cluster: ClusterLoggingTypes.API, AUDIT and AUTHENTICATOR',
  },
  resources: ['AWS::EKS::Cluster'],
  check: (cluster) => {
    const types = cluster.get('Logging.ClusterLogging.EnabledTypes');
    return Claim.all(
      NEEDED.map((type) =>
        types
          .items()
          .some((item) => item.get('Type').must(equals(type)))
          .explained(
            types.path,
            { ja: `${type}がない`, en: `without ${type}` },
            { ja: `${type}のログ`, en: `the log ${type}` },
            types.at,
          ),
      ),
    );
  },
});
