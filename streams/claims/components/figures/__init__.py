"""Parts of the quantities component: from digits and words to amounts with unit and bound."""
