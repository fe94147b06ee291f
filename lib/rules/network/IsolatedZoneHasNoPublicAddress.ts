import { type Check, PUBLIC_ADDRESSES } from '../../analysis/network/public-addresses';
import { defineRule } from '../define';

export const IsolatedZoneHasNoPublicAddress = defineRule({
  id: 'IsolatedZoneHasNoPublicAddress',
  clauses: ['4(1)①', '4(2)①', '7.5(1)②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系の機器に、公開アドレスを割り当てない',
    en: 'Nothing in the my-number and LGWAN zones has a public address',
  },
  why: {
    ja: '公開アドレスを持つサーバやデータベースは、ゲートウェイや経路の設定が一つ変わっただけでインターネットから直接到達できるようになる。',
    en: 'A server or database with a public address can be reached from the Internet as soon as one gateway or route is changed.',
  },
  fix: {
    ja: 'Elastic IPを削除し、AssociatePublicIpAddress、PubliclyAccessible及びEnableDefaultInternetAccess（AppStream）をfalse、AssignPublicIpをDISABLEDとしてください。DMSのレプリケーションインスタンスは、指定しないと公開されます。',
    en: 'Remove the elastic IP; set AssociatePublicIpAddress, PubliclyAccessible and (of AppStream) EnableDefaultInternetAccess to false, AssignPublicIp to DISABLED. A DMS replication instance is public unless it says otherwise.',
  },
  cdk: {
    ja: 'associatePublicIpAddress、publiclyAccessible及びassignPublicIpをfalseとする（CfnReplicationInstanceのpubliclyAccessibleは明示する）',
    en: 'associatePublicIpAddress, publiclyAccessible and assignPublicIp false; say so expressly in publiclyAccessible of CfnReplicationInstance',
  },
  resources: Object.keys(PUBLIC_ADDRESSES),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource) => (PUBLIC_ADDRESSES[resource.type] as Check)(resource),
});
