using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PracticeBot.EndToEnd")]
[assembly: InternalsVisibleTo("PracticeBot.Tests")]
