import { literal, present } from '../../model/requirement';
import { defineRule } from '../define';

/** The superuser passes over the rights of every file. */
const notRoot = literal({ ja: '0（root）以外', en: 'other than 0 (root)' }, (uid) => Number(uid) !== 0);

export const EfsAccessPointSeparatesSections = defineRule({
  id: 'EfsAccessPointSeparatesSections',
  clauses: ['7.1(1)②', '7.1(1)③'],
  title: {
    ja: 'EFSのアクセスポイントは、利用者とディレクトリを限定する',
    en: 'EFS access points are tied to a user and to a directory',
  },
  why: {
    ja: '限定のないアクセスポイントからは、他の課室のフォルダも、住民の個人情報も、同じように読み書きできる。',
    en: 'Through an access point without limits the folders of every other section can be read and written, personal records among them.',
  },
  fix: {
    ja: 'AWS::EFS::AccessPointのPosixUser（Uid、Gid。Uidは0以外）を指定し、RootDirectory.Pathを課室又は業務ごとのディレクトリ（/以外）としてください。',
    en: 'Set PosixUser (Uid, Gid; Uid other than 0) of the AWS::EFS::AccessPoint, and RootDirectory.Path to the directory of the section or task, other than /.',
  },
  cdk: { ja: 'addAccessPointのposixUser及びpathを指定する', en: 'posixUser and path of addAccessPoint' },
  resources: ['AWS::EFS::AccessPoint'],
  check: (point) =>
    point
      .get('PosixUser')
      .must(present)
      .and(point.get('PosixUser.Uid').must(notRoot).onlyIf(point.get('PosixUser').must(present)))
      .and(
        point
          .get('RootDirectory.Path')
          .orDefault('/')
          .must(
            literal(
              { ja: '/以外のディレクトリ', en: 'a directory other than /' },
              (path) => !/^\/*$/.test(String(path)),
            ),
          ),
      ),
});
