import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { asNumber, describeValue } from '../../model/value';
import type { Text } from '../../text';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

const REQUIRED: Text = {
  ja: 'HTTPS若しくはTLS、又はHTTPSへの転送のみを行うHTTP',
  en: 'HTTPS or TLS, or HTTP that only redirects to HTTPS',
};
/** Ports of protocols that have no encryption: HTTP and Telnet. */
const PLAIN_PORTS = [80, 23];

export const ListenerUsesTls = defineRule({
  id: 'ListenerUsesTls',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'ロードバランサーのリスナーは、TLSで通信を受ける',
    en: 'Listeners of load balancers take traffic over TLS',
  },
  why: {
    ja: '暗号化していないリスナーでは、職員や住民が入力したパスワードと個人情報を、途中の回線で読み取り、書き換えることができる。',
    en: 'On a listener without TLS, passwords and personal data that staff or residents enter can be read and changed on the line.',
  },
  fix: {
    ja: 'ProtocolをHTTPS（NLBではTLS）とし、HTTPのリスナーはDefaultActionsをType: redirect、RedirectConfig: { Protocol: HTTPS, StatusCode: HTTP_301 }のみとしてください。',
    en: 'Set Protocol to HTTPS (of an NLB: TLS), and let an HTTP listener have DefaultActions of Type: redirect with RedirectConfig: { Protocol: HTTPS, StatusCode: HTTP_301 } only.',
  },
  cdk: {
    ja: 'リスナーのprotocolをApplicationProtocol.HTTPSとし、HTTPはApplicationLoadBalancer.addRedirect()で転送する',
    en: 'protocol: ApplicationProtocol.HTTPS of the listener, and ApplicationLoadBalancer.addRedirect() for HTTP',
  },
  resources: [
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::VpcLattice::Listener',
  ],
  check: (resource) => {
    switch (resource.type) {
      case 'AWS::ElasticLoadBalancing::LoadBalancer':
        return resource
          .get('Listeners')
          .items()
          .every((listener) =>
            byProtocol(listener.get('Protocol'), listener.get('LoadBalancerPort'), () => Claim.BREAKS),
          );
      case 'AWS::VpcLattice::Listener':
        return resource.get('Protocol').must(oneOf('HTTPS', 'TLS_PASSTHROUGH'));
      default:
        return byProtocol(resource.get('Protocol'), resource.get('Port'), () => sendsToHttps(resource));
    }
  },
});

function byProtocol(protocol: Field, port: Field, onlyRedirects: () => Claim): Claim {
  return byAlternative(protocol, (value) => {
    const says = (outcome: 'breaks' | 'undetermined' | 'needed', actual: Text) =>
      protocol.states(outcome, actual, REQUIRED);
    // Only a gateway load balancer, which passes packets to inspection as they are, has none.
    if (value.kind === 'absent') return Claim.HOLDS;
    if (value.kind !== 'known') return onlyRedirects().or(says('undetermined', describeValue(value)));
    const name = String(value.value).toUpperCase();
    switch (name) {
      case 'HTTPS':
      case 'TLS':
      case 'SSL':
      case 'QUIC':
      case 'GENEVE':
        return Claim.HOLDS;
      case 'HTTP':
        return onlyRedirects().explained(
          protocol.path,
          { ja: 'HTTPSへの転送以外も行うHTTP', en: 'HTTP that does more than redirect to HTTPS' },
          REQUIRED,
          protocol.at,
        );
      default:
        return passedThrough(name, port, says);
    }
  });
}

/** What passes through as it is may be encrypted from end to end, which no template of a load balancer shows. */
function passedThrough(
  protocol: string,
  port: Field,
  says: (outcome: 'breaks' | 'needed', actual: Text) => Claim,
): Claim {
  return byAlternative(port, (value) => {
    const number = value.kind === 'known' ? asNumber(value.value) : undefined;
    if (number !== undefined && PLAIN_PORTS.includes(number)) {
      return says('breaks', {
        ja: `暗号化のないプロトコルのポート${number}での${protocol}`,
        en: `${protocol} on port ${number}, whose protocol has no encryption`,
      });
    }
    return says('needed', {
      ja: `${protocol}（暗号化は接続先による）`,
      en: `${protocol}, which is encrypted if the target does so`,
    });
  });
}

/** Every action of a listener and of its rules sends the client to HTTPS, or answers by itself. */
function sendsToHttps(listener: Resource): Claim {
  const { deployment } = listener;
  const actions = listener.get('DefaultActions').items();
  const rules = deployment.referrers(listener, 'AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn');
  const open = deployment.openReferrers('AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn');
  return Claim.all([
    actions.some(redirects),
    actions.every(redirects),
    ...rules.map(({ resource, when }) => resource.get('Actions').items().every(redirects).onlyIf(when)),
    // A rule of a listener that cannot be told may be this one's.
    ...open.map(({ resource, when }) =>
      resource.get('Actions').items().every(redirects).or(UNDETERMINED).onlyIf(when),
    ),
  ]);
}

function redirects(action: Field): Claim {
  const type = action.get('Type');
  // Without a protocol the client is sent to the one that it came by.
  const toHttps = type
    .must(equals('redirect'))
    .and(action.get('RedirectConfig.Protocol').must(equals('HTTPS')));
  return toHttps.or(type.must(equals('fixed-response')));
}
