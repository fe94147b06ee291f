import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const RdsProxyRequiresTls = defineRule({
  id: 'RdsProxyRequiresTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'RDS Proxyは、TLSによらない接続を拒否する',
    en: 'RDS proxies refuse connections without TLS',
  },
  why: {
    ja: 'プロキシには、多くの関数やサーバの接続が集まる。ここが平文を許すと、データベースがTLSを求めていても手前の区間は守られない。',
    en: 'A proxy gathers the connections of many functions and servers. If it takes plain text, TLS behind it does not guard the line in front.',
  },
  fix: {
    ja: 'RequireTLSをtrueとしてください。指定しない場合はTLSによらない接続も受け付けます。',
    en: 'Set RequireTLS to true. Without it, the proxy takes connections without TLS, too.',
  },
  cdk: {
    ja: 'DatabaseProxyのrequireTLSをtrueとする',
    en: 'requireTLS: true of DatabaseProxy',
  },
  resources: ['AWS::RDS::DBProxy'],
  check: (proxy) => proxy.get('RequireTLS').must(isTrue),
});
