/**
 * Channels: the names of every call and event, as plain strings.
 *
 * Apart from the schemas on purpose: the sandboxed preload imports this file and nothing else of ours,
 * because a sandboxed preload cannot load zod.
 */
export const channels = [
  'app:getInfo',
  'root:list',
  'root:choose',
  'root:openSamples',
  'session:list',
  'session:find',
  'rollout:open',
  'rollout:close',
  'rollout:index',
  'rollout:readLines',
  'rollout:readLine',
  'rollout:readBytes',
  'rollout:locate',
  'rollout:check',
  'rollout:history',
  'rollout:lineage',
  'rollout:stat',
  'rollout:filter',
  'rollout:readMatches',
  'rollout:locateMatch',
  'rollout:dropFilter',
  'rule:list',
  'validation:run',
  'validation:rows',
  'validation:export',
  'validation:drop',
  'export:plan',
  'export:chooseDestination',
  'export:checkTarget',
  'export:run',
  'job:cancel',
  'file:choose',
  'file:showInFolder',
  'file:startDrag',
  'recent:list',
  'recent:open',
  'recent:remove',
  'recent:clear',
  'settings:get',
  'settings:change',
  'menu:popUp',
  'window:open',
  'window:zoom',
] as const
export type Channel = (typeof channels)[number]

/** What a host tells its clients without being asked; `events.ts` has what each one carries. */
export const eventChannels = [
  'job:progressed',
  'rollout:indexed',
  'rollout:surveyed',
  'rollout:matched',
  'rollout:reopened',
  'validation:progressed',
  'file:opened',
  'recent:changed',
  'settings:changed',
  'menu:chosen',
] as const
export type EventChannel = (typeof eventChannels)[number]

/** Private to preload and main: carries the paths of dropped files, which the page never sees. */
export const openPathsChannel = 'private:openPaths'

/** Prefix that keeps our channels apart from any other message on the same transport. */
export const wirePrefix = 'rollscope/'
