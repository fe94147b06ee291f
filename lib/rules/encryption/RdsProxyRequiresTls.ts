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
  fix: {
    ja: 'RequireTLSをtrueとしてください。指定しない場合はTLSによらない接続も受け付けます（CDKではrequireTLS: true）。',
    en: 'Set RequireTLS to true. Without it the proxy takes connections without TLS, too (in CDK: requireTLS: true).',
  },
  resources: ['AWS::RDS::DBProxy'],
  check: (proxy) => proxy.get('RequireTLS').must(isTrue),
});
