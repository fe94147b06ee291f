import { LOG_WRITERS } from '../analysis/log-archives';
import type { Relief } from './define';

/** The setting is written as a resource of its own. */
export const settingApart = (...types: readonly string[]): Relief => ({
  types,
  why: { ja: '設定が別のリソースとして書かれる。', en: 'The setting is written as a resource of its own.' },
});

/** The duty may be fulfilled in another way. */
export const fulfilledBy = (...types: readonly string[]): Relief => ({
  types,
  why: { ja: 'このリソースでも義務を果たせる。', en: 'Such a resource fulfils the duty as well.' },
});

/** What is only named is not known while it lies outside. */
export const knownWith = (...types: readonly string[]): Relief => ({
  types,
  why: {
    ja: '名称又は識別子だけで指定されたものの内容は、同じ配備にあって初めて分かる。',
    en: 'What is only named, by a name or an id, is known once it is part of the deployment.',
  },
});

/** Another resource shows that the duty is of another kind here. */
export const lapsesWith = (...types: readonly string[]): Relief => ({
  types,
  why: {
    ja: 'このリソースがあれば、義務が生じないか、別の規則が判定する。',
    en: 'With such a resource the duty does not arise, or another rule judges.',
  },
});

/** One thing is told once, of the resource that shows it best. */
export const toldWith = (...types: readonly string[]): Relief => ({
  types,
  why: {
    ja: '同じ事柄は一度だけ示すため、このリソースについて、又は経路全体を示す規則により示される。',
    en: 'One thing is told once: then of such a resource, or by the rule that shows the whole way.',
  },
});

/** Whatever refers to a thing makes it one that is used. */
export const USED_BY_ANY: Relief = {
  types: 'any',
  why: { ja: '参照されれば使用中である。', en: 'What something refers to is in use.' },
};

/** Told of one resource for all of its kind. */
export const TOLD_ONCE: Relief = {
  types: 'any',
  why: {
    ja: '同じ種類のリソースについては、そのうちの一つで一度だけ示す。',
    en: 'It is told once for all of a kind, of one of them.',
  },
};

/** A bucket that receives logs is an archive, which has duties of its own. */
export const RECEIVES_LOGS: Relief = {
  types: LOG_WRITERS,
  why: {
    ja: 'ログの書込先のバケットは記録の保管先であり、保管先としての義務を別に負う。',
    en: 'A bucket into which logs are written is an archive, which has duties of its own instead.',
  },
};

/** Backups that another resource makes. */
export const BACKED_UP: Relief = {
  types: ['AWS::Backup::BackupSelection', 'AWS::DLM::LifecyclePolicy', 'AWS::EC2::VolumeAttachment'],
  why: {
    ja: 'バックアップの対象は、計画の側で選ばれる。',
    en: 'What is backed up is chosen where the backup is planned.',
  },
};

/** Where packets can go is decided by all parts of a network together. */
export const JOINED: Relief = {
  types: [
    'AWS::EC2::Route',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::TransitGatewayAttachment',
    'AWS::EC2::TransitGatewayRoute',
    'AWS::EC2::TransitGatewayRouteTableAssociation',
    'AWS::EC2::TransitGatewayRouteTablePropagation',
    'AWS::EC2::TransitGatewayVpcAttachment',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::EC2::VPCPeeringConnection',
    'AWS::EC2::VPNConnection',
  ],
  why: {
    ja: '通信の行き先は、経路表と接続がそろって初めて決まる。届くようになった通信は、経路全体を示す規則により示される。',
    en: 'Where packets go is decided by routes and connections together. What then passes is told by the rule that shows the whole way.',
  },
};

/** What an identity may do is what all policies together leave of it. */
export const LIMITED_BY_POLICIES: Relief = {
  types: [
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::Role',
    'AWS::IAM::User',
  ],
  why: {
    ja: '拒否及びアクセス許可の境界により、権限が限られる。',
    en: 'Denials and permissions boundaries limit a right.',
  },
};
