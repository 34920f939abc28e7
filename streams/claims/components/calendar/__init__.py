"""Parts of the periods component: months, days and stretches of time."""
