import data from './data/store-actions.json';

/** What can be done with a store. `inspect` shows how it is set up and none of its contents. */
export const LEVELS = ['list', 'read', 'write', 'permissions', 'tagging', 'inspect'] as const;
export type Level = (typeof LEVELS)[number];

export interface StoreAction {
  /** As `service:Name`. */
  readonly name: string;
  readonly levels: readonly Level[];
}

/** A part of a store that actions are about: itself, or what lies in it. */
export interface StorePart {
  /** What follows the ARN of the store: nothing, or a pattern; or a pattern of ARNs by an attribute of it. */
  readonly suffix: string;
  readonly actions: readonly StoreAction[];
  /** The same by name: one list for all stores of the type. */
  readonly names: readonly string[];
}

/** The levels of the service authorization reference, in the order of the table. */
const OF_REFERENCE: readonly Level[] = ['list', 'inspect', 'write', 'permissions', 'tagging'];

/** Actions that show what is in a store. The reference calls some of them writing, and many that show none reading. */
const SHOWS_CONTENTS = new Set(
  `s3:GetObject s3:GetObjectVersion s3:GetObjectTorrent s3:GetObjectVersionTorrent s3:GetObjectVersionForReplication
  s3:GetObjectAnnotation s3:GetObjectVersionAnnotation
  s3express:CreateSession s3tables:GetTableData s3vectors:GetVectors s3vectors:ListVectors s3vectors:QueryVectors
  dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:PartiQLSelect dynamodb:SearchVectors
  dynamodb:ConditionCheckItem dynamodb:ReadDataForReplication dynamodb:ExportTableToPointInTime dynamodb:GetRecords
  sqs:ReceiveMessage kinesis:GetRecords kinesisvideo:GetMedia kinesisvideo:GetClip kinesisvideo:GetImages
  kinesisvideo:GetMediaForFragmentList kinesisvideo:GetHLSStreamingSessionURL kinesisvideo:GetDASHStreamingSessionURL
  rds-data:BatchExecuteStatement rds-data:ExecuteSql rds-data:ExecuteStatement
  redshift-data:BatchExecuteStatement redshift-data:ExecuteStatement
  elasticfilesystem:ClientMount elasticfilesystem:ReplicationRead
  es:ESHttpGet es:ESHttpPost es:ESCrossClusterGet aoss:APIAccessAll
  timestream:Select timestream:Unload cassandra:Select cassandra:SelectMultiRegionResource
  dsql:DbConnect dsql:DbConnectAdmin elasticache:Connect memorydb:Connect kafka-cluster:Connect
  neptune-db:connect neptune-db:ReadDataViaQuery neptune-graph:ReadDataViaQuery neptune-graph:StartExportTask
  kendra:Query kendra:Retrieve ec2:AttachVolume ec2:CreateSnapshot ec2:CreateSnapshots ec2:CopyVolumes
  secretsmanager:GetSecretValue rds-db:connect kms:Decrypt kms:ReEncryptFrom
  logs:GetLogEvents logs:FilterLogEvents logs:StartQuery logs:StartLiveTail logs:CreateExportTask logs:Unmask
  lambda:GetFunction ecr:BatchGetImage ecr:GetDownloadUrlForLayer sns:Subscribe`.split(/\s+/),
);
/** Those of them that can also change it. */
const CHANGES_CONTENTS =
  /^(rds-data|redshift-data|dsql|aoss|rds-db|elasticache|memorydb|s3express):|ESHttpPost/;
/** Who writes the policy of a store decides who reaches it; the reference calls it writing for some services. */
const WRITES_POLICY = /:(Put|Delete|Set|Update)\w*Policy$/;

const parts = new Map<string, readonly StorePart[]>();

/** The parts of a store of a type with the actions that are about them; undefined for types that the table leaves out. */
export function storeParts(type: string): readonly StorePart[] | undefined {
  if (!Object.hasOwn(data.stores, type)) return undefined;
  let found = parts.get(type);
  if (found === undefined) {
    const stored = (data.stores as Record<string, Readonly<Record<string, readonly string[]>>>)[type] ?? {};
    found = Object.entries(stored).map(([suffix, lists]): StorePart => {
      const actions = lists.flatMap((list, at) =>
        list
          .split(' ')
          .filter((name) => name !== '')
          .map((name) => ({ name, levels: levelsOf(name, OF_REFERENCE[at] as Level) })),
      );
      return { suffix, actions, names: actions.map(({ name }) => name) };
    });
    parts.set(type, found);
  }
  return found;
}

function levelsOf(name: string, level: Level): readonly Level[] {
  if (SHOWS_CONTENTS.has(name)) return CHANGES_CONTENTS.test(name) ? ['read', 'write'] : ['read'];
  // Backup and life-cycle policies say nothing of who may do what.
  const isPolicy = WRITES_POLICY.test(name) && !/Backup(?!Vault)|Lifecycle/.test(name);
  return [level === 'write' && isPolicy ? 'permissions' : level];
}
