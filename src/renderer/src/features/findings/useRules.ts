import { useEffect, useState } from 'react'
import type { RuleInfo } from '../../../../shared/validation/report'
import { useStores } from '../../state/stores'

const none: ReadonlyMap<string, RuleInfo> = new Map()

/** The rule catalogue by id; empty until the host has answered, and where it does not. */
export function useRules(): ReadonlyMap<string, RuleInfo> {
  const { client } = useStores()
  const [rules, setRules] = useState(none)
  useEffect(() => {
    let isShown = true
    void client.invoke('rule:list', {}).then((answer) => {
      if (isShown && answer.ok) setRules(new Map(answer.value.rules.map((rule) => [rule.id, rule])))
    })
    return () => {
      isShown = false
    }
  }, [client])
  return rules
}
