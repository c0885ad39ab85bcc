using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PracticeBot.Tests")]
