import { describeGuard } from '../../../model/describe-guard';
import type { Guard } from '../../../model/guard';
import { ISOLATED_ZONES, type ZoneEnd, type ZonePassage } from '../../../policy/zones';
import { concat, type Text } from '../../../text';
import { networkOf } from '../reachability';
import type { Separation, SeparationSource, Trespass } from '../separation';
import { assumptionsAbout } from './assumptions';
import { type Cut, Cuts } from './cut';
import type { Flows } from './flows';
import { linesIn } from './lines';
import { type Crossing, crossingsIn, isOpen, type ZoneQuestion } from './separation';
import { keyOfResource } from './values';
import { hopsText, hopText, packetText, type Witness, witnessOf } from './witness';

/** For more than this many ways nobody needs to be told how to close each of them. */
const MOST_CUTS = 20;

/** What passes between zones that are kept apart, and what the answer rests on. */
export function separate({ deployment, marks, profile }: SeparationSource): Separation {
  const isolated = deployment
    .ofType('AWS::EC2::VPC')
    .filter((vpc) => !marks.inZone(vpc, ISOLATED_ZONES).holds.isNever)
    .map(keyOfResource);
  if (isolated.length === 0) return { trespasses: [], isPartial: false, assumptions: [] };
  const network = networkOf({ deployment, profile });
  const question = { marks, zoneMatrix: profile.zoneMatrix, facts: profile.facts };
  const assumptions = new Set(profile.zoneMatrix.map(permission));
  const found = new Map<string, Trespass>();
  for (const world of network.worlds) {
    const flows = world.flows('certain');
    const cuts = new Cuts(flows);
    for (const assumption of assumptionsAbout(flows, isolated, profile.facts)) assumptions.add(assumption);
    for (const crossing of crossingsIn(flows, question)) {
      const id = idOf(crossing);
      const known = found.get(id);
      // The same way under another choice is no other trespass.
      if (known !== undefined) found.set(id, { ...known, when: known.when.or(crossing.when) });
      else {
        const trespass = trespassOf(flows, crossing, question, found.size < MOST_CUTS ? cuts : undefined);
        if (trespass !== undefined) found.set(id, trespass);
      }
    }
  }
  for (const world of network.worlds) {
    const { view } = world.flows('certain');
    const hasLines = linesIn(view, profile.facts).some(({ zone }) => zone !== undefined);
    if (!hasLines && profile.zoneMatrix.length === 0) continue;
    for (const crossing of crossingsIn(world.flows('possible'), question, 'unspoken')) {
      if (found.has(idOf(crossing))) continue;
      const trespass = trespassOf(world.flows('possible'), crossing, question, undefined);
      if (trespass !== undefined) found.set(idOf(crossing), trespass);
    }
  }
  return {
    trespasses: [...found.values()].map((so) => ({ ...so, sentence: withCondition(so.sentence, so.when) })),
    isPartial: network.areSome,
    assumptions: [...assumptions],
  };
}

function trespassOf(
  flows: Flows,
  crossing: Crossing,
  question: ZoneQuestion,
  cuts: Cuts | undefined,
): Trespass | undefined {
  const { passage, when, from, to, at } = crossing;
  const witness = witnessOf(flows, passage);
  if (at === undefined || witness === undefined) return undefined;
  const cut = cuts?.of(passage, (changed) => isOpen(changed, crossing, question));
  const vpcs = [crossing.fromVpc, crossing.toVpc].flatMap(
    (key) => (key === undefined ? undefined : flows.view.vpcs.get(key)?.resource) ?? [],
  );
  const via = new Set([at, ...passage.way.hops.flatMap(({ resource }) => resource ?? [])]);
  const { isCertain } = flows.view;
  const sentence = sentenceOf(from, to, isCertain, witness, cut);
  return { when, isCertain, from, to, at, vpcs, via, witness, sentence };
}

function sentenceOf(
  from: ZoneEnd,
  to: ZoneEnd,
  isCertain: boolean,
  { hops, packet }: Witness,
  cut: Cut | undefined,
): Text {
  return concat(
    END_NAMES[from],
    { ja: 'から', en: isCertain ? ' reaches ' : ' may reach ' },
    END_NAMES[to],
    { ja: isCertain ? 'へ通信が届く：' : 'へ通信が届き得る：', en: ': ' },
    hopsText(hops),
    { ja: '（', en: ' (' },
    packetText(packet),
    { ja: '）', en: ')' },
    ...(cut === undefined
      ? []
      : [
          { ja: '。これだけを改めれば通らなくなる：', en: '. To change alone, so that nothing passes: ' },
          hopText(cut),
        ]),
  );
}

function permission({ from, to, approval }: ZonePassage): string {
  return `${approval} permits traffic from ${from} to ${to}`;
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
