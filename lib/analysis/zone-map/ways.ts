import { withoutCredentials } from '../../credential-formats';
import { describeGuard } from '../../model/describe-guard';
import type { Guard } from '../../model/guard';
import { plain } from '../../text';
import type { Records } from '../network/reach/records';
import type { Key } from '../network/reach/values';
import type { Hop } from '../network/reach/ways';
import { hopText, packetText, type Witness } from '../network/reach/witness';
import {
  type PermittedWay,
  permittedWays,
  type SeparationSource,
  separationOf,
  type Trespass,
} from '../network/separation';
import { type Canvas, keyOf, nameOf } from './canvas';
import { idOf } from './fold';
import type { MapGraph, MapStop, MapStretch, MapWay } from './graph';

/** More forbidden ways than these make a picture in which nobody finds any. */
const MOST_FORBIDDEN = 12;

/** Draws the ways on which something passes: those that are forbidden, then those that are permitted. */
export function drawWays(
  source: SeparationSource,
  records: Records,
  canvas: Canvas,
): Pick<MapGraph, 'ways' | 'undrawn'> {
  const { trespasses } = separationOf(source);
  const drawn = inTurn(trespasses).slice(0, MOST_FORBIDDEN);
  const drawing = new WayDrawing(records, canvas);
  const ways = [
    ...drawn.map((trespass) => drawing.forbidden(trespass)),
    ...permittedWays(source).map((way) => drawing.permitted(way)),
  ];
  const seen = new Map(ways.map((way) => [idOf(way, way.stops), way]));
  return { ways: [...seen.values()], undrawn: trespasses.length - drawn.length };
}

/** Those of each place in turn, so that each finding has a way before another one has a second. */
function inTurn(trespasses: readonly Trespass[]): readonly Trespass[] {
  const nth = new Map<unknown, number>();
  return trespasses
    .map((trespass) => {
      const turn = nth.get(trespass.at) ?? 0;
      nth.set(trespass.at, turn + 1);
      return { trespass, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ trespass }) => trespass);
}

class WayDrawing {
  private readonly subnetOf: ReadonlyMap<Key, Key>;

  constructor(
    records: Records,
    private readonly canvas: Canvas,
  ) {
    this.subnetOf = new Map(records.interfaces.map(({ owner, subnet }) => [`@${owner.id}`, subnet]));
  }

  forbidden({ from, to, at, when, witness }: Trespass): MapWay {
    return { kind: 'forbidden', from, to, place: keyOf(at), ...this.along(witness, true), ...under(when) };
  }

  permitted({ from, to, approval, when, witness }: PermittedWay): MapWay {
    const number = approval === undefined ? {} : { approval: withoutCredentials(plain(approval)).ja };
    return { kind: 'permitted', from, to, ...number, ...this.along(witness, false), ...under(when) };
  }

  private along(witness: Witness, showsHosts: boolean): Pick<MapWay, 'stops' | 'lines' | 'packet'> {
    const stops: MapStop[] = [];
    // Hops before the first box happen at it.
    let waiting: MapStop['title'][] = [];
    const stop = (box: string, title: MapStop['title']) => {
      for (const early of waiting) stops.push({ box, title: early });
      waiting = [];
      stops.push({ box, title });
    };
    const far = (end: Witness['from']) => {
      if (end !== 'inside') this.far(end, stop);
    };
    far(witness.from);
    for (const [index, hop] of witness.hops.entries()) {
      const title = withoutCredentials(hopText(hop));
      const next = witness.hops[index + (index === 0 ? 1 : -1)];
      const box = this.boxOf(hop, next?.key, showsHosts) ?? stops[stops.length - 1]?.box;
      if (box === undefined) waiting.push(title);
      else stop(box, title);
    }
    far(witness.to);
    return { stops, lines: this.lines(stops), packet: packetText(witness.packet) };
  }

  private far(end: 'internet' | 'line', stop: (box: string, title: MapStop['title']) => void): void {
    const id = this.canvas.outside(end === 'internet' ? 'internet' : 'on-premises');
    stop(id, this.canvas.boxes.get(id)?.title ?? plain(id));
  }

  /** The box of a hop. What sends and receives is drawn in its subnet; tables and the like have no place of their own. */
  private boxOf({ key, resource }: Hop, beside: Key | undefined, showsHosts: boolean): string | undefined {
    const { canvas } = this;
    if (canvas.has(key)) return key;
    if (resource === undefined)
      return key === '?' ? undefined : canvas.known(key, { ja: '既存のもの', en: 'existing' });
    const subnet = this.subnetOf.get(key);
    if (subnet === undefined) return undefined;
    const within = canvas.has(beside) && beside !== key ? beside : subnet;
    if (!canvas.has(within)) return undefined;
    if (!showsHosts) return within;
    const id = `host ${key} ${within}`;
    return canvas.box(
      id,
      'host',
      nameOf(resource),
      [plain(resource.type.replace(/^AWS::/, ''))],
      within,
      resource,
    );
  }

  /** Lines between boxes that follow each other; something in a box is where the box is. */
  private lines(stops: readonly MapStop[]): readonly MapStretch[] {
    const places = stops.map(({ box }) => this.placeOf(box)).filter((box, at, all) => box !== all[at - 1]);
    return places.slice(1).map((place, index) => this.canvas.line(places[index] as string, place, plain('')));
  }

  private placeOf(id: string): string {
    const box = this.canvas.boxes.get(id);
    return box?.kind === 'host' && box.within !== undefined ? box.within : id;
  }
}

function under(when: Guard): Pick<MapWay, 'condition'> {
  const condition = describeGuard(when);
  return condition === undefined ? {} : { condition };
}
