using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PracticeBot.Content;

namespace PracticeBot.Pages;

/// <summary>The learner's pages and what they load.</summary>
internal static class LearnerPages
{
    public static IServiceCollection AddLearnerPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorComponents();
        services.AddSingleton<PageAssets>();
        return services;
    }

    public static void MapLearnerPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Practice);
        routes.MapGet("/assets/{hash}/{name}", Asset);
        routes.MapGet("/lib/{**path}", LibraryFiles.Get);
    }

    private static RazorComponentResult<PracticePage> Practice(HttpContext context, PersonaLibrary library)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        SecurityHeaders.AllowPage(context, nonce);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PracticePage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PracticePage.Personas)] = library.All.OrderBy(persona => persona.Difficulty).ThenBy(persona => persona.Name, StringComparer.Ordinal).ToList(),
            [nameof(PracticePage.Nonce)] = nonce,
        });
    }

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
