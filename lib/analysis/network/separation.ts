import type { Deployment } from '../../model/deployment';
import { describeGuard } from '../../model/describe-guard';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import type { ZoneEnd, ZonePassage } from '../../policy/zones';
import { concat, type Text } from '../../text';
import type { Marks } from '../marks';
import type { Crossing } from './reach/separation';

/** Traffic that passes between zones which are kept apart, and how to close its way. */
export interface Trespass {
  readonly when: Guard;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  /** Where it leaves or enters the zone that must stay apart. */
  readonly at: Resource;
  /** The VPCs at its ends. */
  readonly vpcs: readonly Resource[];
  /** The resources on its way. */
  readonly via: ReadonlySet<Resource>;
  /** The whole in a sentence: the way hop by hop, a packet that takes it, and what to change. */
  readonly sentence: Text;
}

export interface Separation {
  readonly trespasses: readonly Trespass[];
  /** There are more choices before deployment than could be looked at. */
  readonly isPartial: boolean;
}

export interface SeparationSource {
  readonly deployment: Deployment;
  readonly marks: Marks;
  readonly profile: { readonly facts: Facts; readonly zoneMatrix: readonly ZonePassage[] };
}

const NOTHING: Separation = { trespasses: [], isPartial: false };
const SEPARATIONS = new WeakMap<Marks, Separation>();

/** What passes between zones that are kept apart. Worked out once for a check, and only where there is a VPC. */
export function separationOf(source: SeparationSource): Separation {
  const { deployment, marks } = source;
  if (deployment.ofType('AWS::EC2::VPC').length === 0) return NOTHING;
  let separation = SEPARATIONS.get(marks);
  if (separation === undefined) {
    separation = separate(source);
    SEPARATIONS.set(marks, separation);
  }
  return separation;
}

/** When traffic between zones that are kept apart is told of all of some resources. */
export function toldOf(source: SeparationSource, ...resources: readonly Resource[]): Guard {
  return separationOf(source).trespasses.reduce<Guard>(
    (so, { via, when }) => (resources.every((resource) => via.has(resource)) ? so.or(when) : so),
    NEVER,
  );
}

/** For more than this many ways nobody needs to be told how to close each of them. */
const MOST_CUTS = 20;

function separate({ deployment, marks, profile }: SeparationSource): Separation {
  // A deployment without a VPC does not need the analysis, nor its code.
  const { networkOf } = require('./reachability') as typeof import('./reachability');
  const { crossingsIn, isOpen } = require('./reach/separation') as typeof import('./reach/separation');
  const { cutOf } = require('./reach/cut') as typeof import('./reach/cut');
  const { hopsText, hopText, packetText, witnessOf } =
    require('./reach/witness') as typeof import('./reach/witness');
  const network = networkOf({ deployment, profile });
  const question = { marks, zoneMatrix: profile.zoneMatrix };
  const trespasses: Trespass[] = [];
  const seen = new Map<string, number>();
  for (const world of network.worlds) {
    const flows = world.flows('certain');
    for (const crossing of crossingsIn(flows, question)) {
      const { passage, when, from, to, at } = crossing;
      const witness = witnessOf(flows, passage);
      if (at === undefined || witness === undefined) continue;
      // The same way under another choice is no other trespass.
      const id = idOf(crossing);
      const known = seen.get(id);
      if (known !== undefined) {
        const before = trespasses[known] as Trespass;
        trespasses[known] = { ...before, when: before.when.or(when) };
        continue;
      }
      seen.set(id, trespasses.length);
      const cut =
        trespasses.length >= MOST_CUTS
          ? undefined
          : cutOf(network.records, flows, passage, (changed) => isOpen(changed, crossing, question));
      const via = new Set(passage.way.hops.flatMap(({ resource }) => resource ?? []));
      const sentence = concat(
        END_NAMES[from],
        { ja: 'から', en: ' reaches ' },
        END_NAMES[to],
        { ja: 'へ通信が届く：', en: ': ' },
        hopsText(witness.hops),
        { ja: '（', en: ' (' },
        packetText(witness.packet),
        { ja: '）', en: ')' },
        ...(cut === undefined
          ? []
          : [
              { ja: '。これだけを改めれば通らなくなる：', en: '. To change alone, so that nothing passes: ' },
              hopText(cut),
            ]),
      );
      const vpcs = [crossing.fromVpc, crossing.toVpc].flatMap(
        (key) => (key === undefined ? undefined : flows.view.vpcs.get(key)?.resource) ?? [],
      );
      trespasses.push({ when, from, to, at, vpcs, via: via.add(at), sentence });
    }
  }
  return {
    trespasses: trespasses.map((trespass) => ({
      ...trespass,
      sentence: withCondition(trespass.sentence, trespass.when),
    })),
    isPartial: network.areSome,
  };
}

function idOf({ from, to, fromVpc, toVpc, at }: Crossing): string {
  return [from, to, fromVpc, toVpc, at?.id].join(' ');
}

function withCondition(sentence: Text, when: Guard): Text {
  const condition = describeGuard(when);
  return condition === undefined
    ? sentence
    : concat(sentence, { ja: '（', en: ' (' }, condition, { ja: '）', en: ')' });
}

const END_NAMES: Readonly<Record<ZoneEnd, Text>> = {
  'my-number': { ja: 'マイナンバー利用事務系', en: 'the my-number zone' },
  lgwan: { ja: 'LGWAN接続系', en: 'the LGWAN zone' },
  internet: { ja: 'インターネット接続系', en: 'the Internet zone' },
  management: { ja: '管理領域', en: 'the management zone' },
  'open-internet': { ja: 'インターネット', en: 'the Internet' },
};
