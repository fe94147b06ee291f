import { conditionsOf } from '../../analysis/identity/conditions';
import { POLICY_TYPES } from '../../analysis/identity/identities';
import { someAction } from '../../analysis/identity/statements';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { patternCovers, type Statement } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { allowsNothingWide } from './wide-grants';

/** By these data is opened, or somebody becomes somebody else. All of them can be limited to a resource. */
const OPENING = [
  's3:getobject',
  's3:getobjectversion',
  's3:getobjectversionforreplication',
  's3:putobject',
  's3:deleteobject',
  's3:replicateobject',
  'dynamodb:getitem',
  'dynamodb:batchgetitem',
  'dynamodb:batchwriteitem',
  'dynamodb:query',
  'dynamodb:scan',
  'dynamodb:putitem',
  'dynamodb:updateitem',
  'dynamodb:deleteitem',
  'kms:decrypt',
  'kms:generatedatakey',
  'secretsmanager:getsecretvalue',
  'ssm:getparameter',
  'ssm:getparameters',
  'ssm:getparametersbypath',
  'sqs:sendmessage',
  'sqs:receivemessage',
  'kinesis:getrecords',
  'kinesis:putrecords',
  'lambda:invokefunction',
  'rds-db:connect',
  'rds-data:executestatement',
  'redshift:getclustercredentials',
  'elasticfilesystem:clientmount',
  'elasticfilesystem:clientwrite',
  'es:eshttpget',
  'es:eshttppost',
  'iam:passrole',
  'sts:assumerole',
  // What is started works with the rights of its own role.
  'states:startexecution',
  'codebuild:startbuild',
  'codeconnections:useconnection',
  'codestar-connections:useconnection',
];

/** Whether a pattern is of an action that opens data. Whole services are for another rule. */
function opens(written: string): boolean {
  const pattern = written.toLowerCase();
  return !/^([^:]*:)?\*+$/.test(pattern) && OPENING.some((action) => patternCovers(pattern, action));
}

export const PolicyNamesItsResources = defineRule({
  id: 'PolicyNamesItsResources',
  clauses: ['7.2(1)①', '9.2(5)①(ア)'],
  title: {
    ja: 'データの読み書き、復号及び権限の引受けの許可は、対象のリソースを限る',
    en: 'Rights to read and write data, to decrypt and to become a role are limited to what they are for',
  },
  why: {
    ja: 'Resourceが"*"の読取り権限は、同じアカウントの他の業務のバケット、キー及び秘密情報も全て開く。プログラム一つの欠陥が、業務の境を越えて漏えいに至る。',
    en: 'A right to read with Resource "*" opens the buckets, keys and secrets of every other system in the account as well: a flaw in one program becomes a leak of all of them.',
  },
  fix: {
    ja: 'PolicyDocumentのAllow文のResourceを、対象のバケット、テーブル、キー、ロール等のARNとしてください。ARNで限れない場合は、Conditionでkms:ViaService、aws:ResourceTag等により限ってください。',
    en: 'Name the ARNs of the buckets, tables, keys, roles and the like in Resource of the Allow statement; where that cannot be done, limit it by Condition (kms:ViaService, aws:ResourceTag and others).',
  },
  cdk: {
    ja: 'bucket.grantRead()、key.grantDecrypt()等のgrantメソッドを用いる',
    en: 'grant methods such as bucket.grantRead() and key.grantDecrypt()',
  },
  // The policy asks to keep out who has no right; how finely rights are cut is left to the system.
  duty: 'should',
  resources: POLICY_TYPES,
  check: (policy) =>
    allowsNothingWide(
      policy,
      (so) => {
        const named = someAction(so, opens);
        return named === Claim.BREAKS ? named : named.and(isUnconditional(so));
      },
      {
        ja: 'データを開く操作の、全てのリソースに対する許可',
        en: 'a statement that allows an action that opens data on all resources',
      },
      { ja: '対象のリソースに限った許可', en: 'limited to the resources that it is for' },
    ),
});

function isUnconditional({ condition }: Statement): Claim {
  const { entries, open } = conditionsOf(condition);
  return Claim.any([
    ...entries.map(({ when }) => Claim.when(when)),
    ...open.map(({ when }) => UNDETERMINED.and(Claim.when(when))),
  ]).not();
}
