import { GONE, isIntrinsic, isList, isObject, type Json, type JsonObject, type Step, shown } from './json';
import { LOWER_MARK, managedKeyFor, weakerNumbers, weakerValues } from './weaker-values';

/** A place in a resource, and what is around it. */
export interface Place {
  readonly type: string;
  /** Keys from the top of the resource. */
  readonly at: readonly Step[];
  /** The nearest key that is a name: of an item of a list, that of the list. */
  readonly key: string;
  readonly value: Json;
  /** The list that the place is an item of. */
  readonly list?: readonly Json[] | undefined;
  /** The policy statement that the place lies in, and the keys from its top. */
  readonly statement?: { readonly effect: string; readonly inside: readonly Step[] } | undefined;
  /** The type of a resource of the same template; undefined for anything else. */
  readonly typeOf: (logicalId: string) => string | undefined;
}

/** What a place may become. */
export interface Change {
  readonly operator: string;
  readonly to: Json | typeof GONE;
  readonly note: string;
}

type Operator = (place: Place) => readonly Change[];

const NONE: readonly Change[] = [];

function change(operator: string, from: Json, to: Json | typeof GONE): Change {
  return { operator, to, note: to === GONE ? `without ${shown(from)}` : `${shown(from)} -> ${shown(to)}` };
}

/**
 * In a policy statement, less is weaker only in some places: what an Allow no longer allows, or a Deny denies to
 * more people, is stronger.
 */
function lessIsWeaker({ statement }: Place): boolean {
  if (statement === undefined) return true;
  const { effect, inside } = statement;
  if (effect === 'Deny') {
    const isItem = typeof inside.at(-1) === 'number';
    return inside.length === 0 || (isItem && inside[0] !== 'Condition');
  }
  return inside[0] === 'Condition';
}

/** A property is no longer written. */
const drop: Operator = (place) => {
  const step = place.at.at(-1);
  if (typeof step !== 'string' || step === 'Properties' || !lessIsWeaker(place)) return NONE;
  return [change('drop', place.value, GONE)];
};

/** An item of a list is no longer written. */
const dropItem: Operator = (place) => {
  if (typeof place.at.at(-1) !== 'number' || !lessIsWeaker(place)) return NONE;
  return [change('drop-item', place.value, GONE)];
};

/** Yes becomes no, as a Boolean, as text, or as the 1 of a database engine. */
const flip: Operator = (place) => {
  const { value, statement } = place;
  if (statement !== undefined && statement.inside[0] !== 'Condition') return NONE;
  if (typeof value === 'boolean') return [change('flip', value, !value)];
  if (value === 'true' || value === 'false')
    return [change('flip', value, value === 'true' ? 'false' : 'true')];
  return NONE;
};

const MARK = 'jichitai:';
const PORT = /^(From|To)?Port$|^ContainerPort$|^HostPort$/;

const number: Operator = ({ key, value, statement }) => {
  if (
    PORT.test(key) ||
    key.startsWith(MARK) ||
    (statement !== undefined && statement.inside[0] !== 'Condition')
  )
    return NONE;
  const text = typeof value === 'string';
  if (typeof value !== 'number' && !(text && /^\d+(\.\d+)?$/.test(value))) return NONE;
  // Twelve digits are an account.
  if (text && value.length >= 12) return NONE;
  return weakerNumbers(key, Number(value)).map(([operator, to]) =>
    change(operator, value, text ? String(to) : to),
  );
};

const weaken: Operator = ({ key, value }) =>
  typeof value === 'string' ? weakerValues(key, value).map((to) => change('weaken', value, to)) : NONE;

const ADDRESSES = /^\d+\.\d+\.\d+\.\d+\/\d+$/;

/** Addresses, ports and protocols become any. */
const widen: Operator = ({ key, value, statement }) => {
  if (typeof value === 'string' && ADDRESSES.test(value) && value !== '0.0.0.0/0') {
    return [change('widen', value, '0.0.0.0/0')];
  }
  if (key === 'IpProtocol' && value !== '-1') return [change('widen', value, '-1')];
  if (!isObject(value) || statement !== undefined || !('FromPort' in value) || !('ToPort' in value))
    return NONE;
  if (value['FromPort'] === 0 && value['ToPort'] === 65535) return NONE;
  return [
    {
      ...change('widen', value, { ...value, FromPort: 0, ToPort: 65535 }),
      note: `ports ${value['FromPort']}-${value['ToPort']} -> any`,
    },
  ];
};

/** The group that traffic comes from becomes everybody. */
const openSource: Operator = ({ at, type, value }) => {
  const isRule =
    (/^AWS::EC2::SecurityGroup(In|E)gress$/.test(type) && at.length === 1 && at[0] === 'Properties') ||
    (type === 'AWS::EC2::SecurityGroup' && /^SecurityGroup(In|E)gress$/.test(String(at.at(-2))));
  if (!isRule || !isObject(value)) return NONE;
  const peers = Object.keys(value).filter((key) =>
    /^(Source|Destination)(SecurityGroup|PrefixList)/.test(key),
  );
  if (peers.length === 0) return NONE;
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !peers.includes(key)));
  return [
    {
      operator: 'open-source',
      to: { ...rest, CidrIp: '0.0.0.0/0' },
      note: 'any address in place of a group',
    },
  ];
};

const KEY_PROPERTY = /kms|^EncryptionKey|KeyArn$|MasterKey/i;

/** A key of the customer becomes the one that AWS manages. */
const managedKey: Operator = ({ type, key, value, statement }) => {
  if (statement !== undefined || !KEY_PROPERTY.test(key)) return NONE;
  if (!isIntrinsic(value) && !(typeof value === 'string' && /^arn:aws\S*:kms:/.test(value))) return NONE;
  return [change('managed-key', value, managedKeyFor(type))];
};

/** Two of something become the same one twice: subnets, zones. */
const repeat: Operator = (place) => {
  const { at, list, value } = place;
  const index = at.at(-1);
  if (list === undefined || typeof index !== 'number' || index === 0) return NONE;
  if (!isIntrinsic(value) || !lessIsWeaker(place)) return NONE;
  const before = list[index - 1] as Json;
  return JSON.stringify(before) === JSON.stringify(value) ? NONE : [change('repeat', value, before)];
};

/** Another availability zone becomes the first. */
const sameZone: Operator = ({ value }) => {
  const select = isObject(value) ? value['Fn::Select'] : undefined;
  if (!isList(select) || select[0] === 0 || !isObject(select[1]) || !('Fn::GetAZs' in select[1])) return NONE;
  return [change('same-zone', value, { 'Fn::Select': [0, select[1]] })];
};

const STRANGER = 'arn:aws:iam::999999999999:root';

/** A statement lets in more, or keeps out less. */
const statement: Operator = (place) => {
  const { value } = place;
  if (place.statement?.inside.length !== 0 || !isObject(value)) return NONE;
  const to = (operator: string, key: string, wider: Json): Change => ({
    operator,
    to: { ...value, [key]: wider },
    note: `${key}: ${shown(value[key] ?? 'none')} -> ${shown(wider)}`,
  });
  if (value['Effect'] === 'Deny') {
    return [
      to('allow-denied', 'Effect', 'Allow'),
      to('narrow-deny', 'Condition', { StringEquals: { 'aws:PrincipalArn': STRANGER } }),
      ...('Principal' in value ? [to('narrow-deny', 'Principal', { AWS: STRANGER })] : []),
      ...(value['Action'] === undefined ? [] : [to('narrow-deny', 'Action', 's3:ListBucket')]),
    ];
  }
  const changes: Change[] = [];
  if (value['Principal'] !== undefined && value['Principal'] !== '*') {
    changes.push(
      to('any-principal', 'Principal', '*'),
      to('strange-principal', 'Principal', { AWS: STRANGER }),
    );
  }
  if (value['Action'] !== undefined && value['Action'] !== '*') changes.push(to('any-action', 'Action', '*'));
  if (value['Resource'] !== undefined && value['Resource'] !== '*') {
    changes.push(to('any-resource', 'Resource', '*'));
  }
  return changes;
};

/** A condition of an Allow holds for more. */
const condition: Operator = (place) => {
  const { value } = place;
  const { effect, inside } = place.statement ?? {};
  if (effect !== 'Allow' || inside?.length !== 1 || inside[0] !== 'Condition' || !isObject(value))
    return NONE;
  return Object.entries(value).flatMap(([test, keys]) => {
    const others = Object.fromEntries(Object.entries(value).filter(([key]) => key !== test));
    const changes: Change[] = [];
    if (!test.endsWith('IfExists')) {
      changes.push({
        operator: 'if-exists',
        to: { ...others, [`${test}IfExists`]: keys },
        note: `${test}IfExists`,
      });
    }
    const like = /^String/.test(test) ? 'StringLike' : /^Arn/.test(test) ? 'ArnLike' : undefined;
    if (like !== undefined && isObject(keys) && !(like in others)) {
      for (const key of Object.keys(keys)) {
        const rest = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== key));
        const kept: JsonObject = Object.keys(rest).length === 0 || test === like ? {} : { [test]: rest };
        const loose: JsonObject = test === like ? { ...rest, [key]: '*' } : { [key]: '*' };
        changes.push({
          operator: 'any-value',
          to: { ...others, ...kept, [like]: loose },
          note: `${key} like *`,
        });
      }
    }
    return changes;
  });
};

/** A resource of its own says that less is at stake. */
const lowerMark: Operator = ({ at, value }) => {
  if (!isObject(value) || typeof at.at(-1) !== 'number') return NONE;
  const { Key: key, Value: mark } = value;
  if (typeof key !== 'string' || typeof mark !== 'string' || !key.startsWith(MARK)) return NONE;
  const lower = LOWER_MARK[key.slice(MARK.length)]?.(mark);
  return lower === undefined
    ? NONE
    : [{ ...change('lower-mark', mark, { Key: key, Value: lower }), note: `${mark} -> ${lower}` }];
};

/** The resource attributes by which nothing is kept. */
const attribute: Operator = ({ at, value }) =>
  at.length === 0 && isObject(value) && value['DeletionPolicy'] === undefined
    ? [
        {
          operator: 'delete-with-stack',
          to: { ...value, DeletionPolicy: 'Delete' },
          note: 'DeletionPolicy: Delete',
        },
      ]
    : NONE;

export const OPERATORS: readonly Operator[] = [
  drop,
  dropItem,
  flip,
  number,
  weaken,
  widen,
  openSource,
  managedKey,
  repeat,
  sameZone,
  statement,
  condition,
  lowerMark,
  attribute,
];

/** All that a place may become. Nothing in it says which rules there are. */
export function changesOf(place: Place): readonly Change[] {
  return OPERATORS.flatMap((operator) => operator(place));
}
