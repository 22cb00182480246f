using System.Globalization;
using System.Net;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// Bedrock <c>ListInferenceProfiles</c>, in pages; the system's profiles unless the type says otherwise.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListInferenceProfiles.html</remarks>
internal static class ListInferenceProfiles
{
    private const int LargestPage = 1000;

    /// <exception cref="AwsFault"><c>ValidationException</c>: the type, the page size or the token is none.</exception>
    public static Task HandleAsync(
        RestCall call, ModelCatalogue catalogue, InferenceProfileStore store, CancellationToken cancellationToken)
    {
        var type = call.Query("type");
        var pageSize = PageSize(call.Query("maxResults"), type);
        InferenceProfile[] profiles = [.. type == InferenceProfile.Application ? store.All : catalogue.Profiles];

        var start = Start(call.Query("nextToken"), profiles.Length);
        var page = profiles.Skip(start).Take(pageSize).Select(ProfileDescription.Of).ToArray();
        var next = start + page.Length;
        return call.ReplyAsync(
            HttpStatusCode.OK,
            new(page, next < profiles.Length ? next.ToString(CultureInfo.InvariantCulture) : null),
            BedrockJsonContext.Default.ListInferenceProfilesResponse,
            cancellationToken);
    }

    private static int PageSize(string? maxResults, string? type)
    {
        var constraints = new Constraints()
            .OneOf("type", type, InferenceProfile.SystemDefined, InferenceProfile.Application);
        var size = LargestPage;
        if (maxResults is not null)
        {
            var isNumber = int.TryParse(maxResults, CultureInfo.InvariantCulture, out size);
            if (!isNumber || size < 1)
            {
                constraints.Violated("maxResults", maxResults, "Member must have value greater than or equal to 1");
            }
            else if (size > LargestPage)
            {
                constraints.Violated(
                    "maxResults", maxResults, $"Member must have value less than or equal to {LargestPage}");
            }
        }

        constraints.Check();
        return size;
    }

    private static int Start(string? token, int count)
    {
        if (token is null)
        {
            return 0;
        }

        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < count
            ? start
            : throw new AwsFault("ValidationException", "The provided token is invalid.");
    }

    internal sealed record Response(IReadOnlyList<ProfileDescription> InferenceProfileSummaries, string? NextToken);
}
