using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Practice;

namespace PracticeBot.Pages;

/// <summary>The learner's pages and what they load.</summary>
internal static class LearnerPages
{
    public static IServiceCollection AddLearnerPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorComponents();
        services.AddSingleton<PageAssets>();
        services.AddSingleton<DebriefWords>();
        return services;
    }

    public static void MapLearnerPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Practice);
        routes.MapDebrief();
        routes.MapGet("/assets/{hash}/{name}", Asset);
        routes.MapGet("/lib/{**path}", LibraryFiles.Get);
    }

    /// <summary>A page that nobody keeps a copy of.</summary>
    /// <param name="parameters">By the names of the component's parameters; <c>Nonce</c> is added where it has one.</param>
    public static RazorComponentResult<T> Page<T>(HttpContext context, IReadOnlyDictionary<string, object?> parameters)
        where T : IComponent
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        SecurityHeaders.AllowPage(context, nonce);
        context.Response.Headers.CacheControl = "no-store";
        const string Nonce = nameof(PracticePage.Nonce);
        var all = parameters.ToDictionary(StringComparer.Ordinal);
        if (typeof(T).GetProperty(Nonce) is not null)
        {
            all[Nonce] = nonce;
        }

        return new RazorComponentResult<T>(all);
    }

    /// <summary>The one answer for what does not exist and what is somebody else's.</summary>
    public static IResult NothingHere(HttpContext context)
    {
        if (!context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
        {
            return Results.Problem(title: "There is nothing here for you.", statusCode: StatusCodes.Status404NotFound);
        }

        var page = Page<NothingHerePage>(context, new Dictionary<string, object?>(StringComparer.Ordinal));
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    private static RazorComponentResult<PracticePage> Practice(HttpContext context, PersonaLibrary library, IOptions<PracticeOptions> options) =>
        Page<PracticePage>(context, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PracticePage.Personas)] = library.All.OrderBy(persona => persona.Difficulty).ThenBy(persona => persona.Name, StringComparer.Ordinal).ToList(),
            [nameof(PracticePage.Unaided)] = PersonaId.TryParse(options.Value.UnaidedPersona, out var id) ? library.Find(id)?.Persona : null,
        });

    private static IResult Asset(string hash, string name, PageAssets assets, HttpContext context)
    {
        if (assets.Find(hash, name) is not { } asset)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = LibraryFiles.KeptForGood;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!LibraryFiles.AcceptsBrotli(context.Request))
        {
            return Results.Bytes(asset.Content, asset.ContentType);
        }

        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Brotli, asset.ContentType);
    }
}
