import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const ServerDoesNotForwardTraffic = defineRule({
  id: 'ServerDoesNotForwardTraffic',
  clauses: ['7.1(8)①', '7.5(1)②'],
  title: {
    ja: 'サーバは、自らに宛てられていない通信を中継しない',
    en: 'Servers do not pass on traffic that is not addressed to them',
  },
  why: {
    ja: '宛先の確認を外したサーバはルータとして働き、ルートテーブルとフィルタの外にもう一つの通り道を作る。',
    en: 'A server without the check works as a router: one more way past the routes and filters that somebody approved.',
  },
  fix: {
    ja: 'SourceDestCheckをtrueとするか、指定を外してください。中継が必要な場合は、NATゲートウェイ、Network Firewall又はゲートウェイロードバランサーを用いてください。',
    en: 'Set SourceDestCheck to true, or leave it out. Where traffic must be passed on, use a NAT gateway, Network Firewall or a gateway load balancer.',
  },
  cdk: { ja: 'InstanceのsourceDestCheckを指定しない', en: 'no sourceDestCheck: false of Instance' },
  // Firewalls and routers of other makers need it: this asks for a second look.
  duty: 'should',
  resources: ['AWS::EC2::Instance', 'AWS::EC2::NetworkInterface'],
  check: (server) => server.get('SourceDestCheck').orDefault(true).must(isTrue),
});
