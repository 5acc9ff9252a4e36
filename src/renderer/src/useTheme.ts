import { useLayoutEffect } from 'react'
import { usePreferences } from './state/stores'
import type { Theme } from '../../shared/settings/settings'
import { useMediaQuery } from './ui/useMediaQuery'

const darkSystem = '(prefers-color-scheme: dark)'

/** Puts the theme on the document. Called before anything is drawn, so that no frame has the wrong one. */
export function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia(darkSystem).matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

/** Keeps the document in the chosen theme. The answer changes whenever colours do, for what is drawn by hand. */
export function useTheme(): string {
  const theme = usePreferences((state) => state.theme)
  const isSystemDark = useMediaQuery(darkSystem)
  const isContrast = useMediaQuery('(prefers-contrast: more)')
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark)
  useLayoutEffect(() => {
    applyTheme(theme)
  }, [theme, isSystemDark])
  return `${isDark ? 'dark' : 'light'}${isContrast ? '-contrast' : ''}`
}
