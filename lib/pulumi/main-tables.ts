import type { Made } from './paths';

interface Body {
  readonly Type: string;
  readonly Properties: Made;
}

interface Added {
  readonly id: string;
  /** The resource in whose place in the program it is reported. */
  readonly of: string;
  readonly type: string;
  readonly properties: Made;
}

const TABLE = '.mainRouteTable';
const LINK = 'AWS::EC2::SubnetRouteTableAssociation';

/**
 * Subnets that no route table is associated with have the main one of their VPC. Templates can neither change nor replace
 * it, `@pulumi/aws` can: where a program does, it is written as a table with which these subnets are associated. A link
 * that names a VPC instead of a subnet says which one is the main table.
 * @param named ids of main tables of the template's VPCs that something names
 */
export function mainTables(
  bodies: ReadonlyMap<string, Body>,
  named: ReadonlySet<string>,
): { readonly added: readonly Added[]; readonly dropped: readonly string[] } {
  const added: Added[] = [];
  const dropped: string[] = [];
  const mains = new Map<string, { readonly of: string; readonly table: unknown }>();
  const links = ofType(bodies, LINK);
  for (const id of named) {
    if (!id.endsWith(TABLE)) continue;
    const of = id.slice(0, -TABLE.length);
    const vpc = { Ref: of };
    added.push({ id, of, type: 'AWS::EC2::RouteTable', properties: { VpcId: vpc } });
    mains.set(JSON.stringify(vpc), { of, table: { Ref: id } });
  }
  for (const [of, { VpcId: vpc, RouteTableId: table }] of links) {
    if (vpc === undefined) continue;
    mains.set(JSON.stringify(vpc), { of, table });
    dropped.push(of);
  }
  if (mains.size === 0) return { added, dropped };
  const associated = new Set(links.map(([, { SubnetId: subnet }]) => JSON.stringify(subnet)));
  for (const [id, { VpcId: vpc }] of ofType(bodies, 'AWS::EC2::Subnet')) {
    const main = mains.get(JSON.stringify(vpc));
    const subnet = { Ref: id };
    if (main === undefined || associated.has(JSON.stringify(subnet))) continue;
    const properties = { SubnetId: subnet, RouteTableId: main.table };
    added.push({ id: id + TABLE, of: main.of, type: LINK, properties });
  }
  return { added, dropped };
}

function ofType(bodies: ReadonlyMap<string, Body>, type: string): readonly (readonly [string, Made])[] {
  return [...bodies].flatMap(([id, body]) => (body.Type === type ? [[id, body.Properties] as const] : []));
}
