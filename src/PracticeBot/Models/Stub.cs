#pragma warning disable
using Microsoft.Extensions.AI;
using PracticeBot.Core.Personas; using PracticeBot.Core.Turns; using PracticeBot.Embedded.Clients;
namespace PracticeBot.Models
{
internal sealed record ModelUsage(long Input, long CachedInput, long Output, decimal? Cost) { public static readonly ModelUsage None = new(0,0,0,null); public static ModelUsage Of(ChatResponseUpdate u)=>None; public static ModelUsage operator +(ModelUsage a, ModelUsage b)=>a; }
internal enum ModelFault { TimedOut }
internal sealed class ModelFaultException : Exception { public ModelFault Kind; }
}
namespace PracticeBot.Embedded.Clients.Guarding
{
public enum LineFault { HiddenFeeling, TooLong, NotSpeech }
public sealed record GuardedLine { public Persona Persona; public string Released {get;init;} public static GuardedLine For(Persona p, Directive d, VoiceContext c, SpokenLine s)=>null; }
public sealed class LineGuard { public LineFault? Check(string s, GuardedLine l)=>null; }
public sealed class SentenceStream(string name) { public IEnumerable<string> Add(string c)=>[]; public IEnumerable<string> End()=>[]; }
}
