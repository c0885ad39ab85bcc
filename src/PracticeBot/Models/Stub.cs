#pragma warning disable
using PracticeBot.Core.Personas; using PracticeBot.Core.Turns; using PracticeBot.Embedded.Clients;
namespace PracticeBot.Embedded.Clients.Guarding
{
public enum LineFault { HiddenFeeling, TooLong, NotSpeech }
public sealed record GuardedLine { public Persona Persona {get;init;} public string Released {get;init;}="" ; public static GuardedLine For(Persona p, Directive d, VoiceContext c, SpokenLine s)=>new(){Persona=p}; }
public sealed class LineGuard { public LineFault? Check(string s, GuardedLine l)=>s.Contains("ashamed")?LineFault.HiddenFeeling:null; }
public sealed class SentenceStream(string name) { string b=""; public IEnumerable<string> Add(string c){ b+=c; int i; while((i=b.IndexOfAny(['.','!','?']))>=0 && i<b.Length-1){ yield return b[..(i+1)].Trim(); b=b[(i+1)..]; } } public IEnumerable<string> End(){ if(b.Trim().Length>0) yield return b.Trim(); b=""; } }
}
