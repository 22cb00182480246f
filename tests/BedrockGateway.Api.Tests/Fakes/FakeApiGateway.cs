using System.Globalization;
using System.Net;
using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>API Gateway's keys and usage plans in memory.</summary>
internal sealed partial class FakeApiGateway(Faults faults)
    : AmazonAPIGatewayClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    public const string PlanId = "plan01";
    public const string ApiId = "api0000001";
    public const string Stage = "prod";

    private readonly Lock _sync = new();
    private readonly List<ApiKey> _keys = [];
    private readonly Dictionary<string, string> _planKeys = [];
    private int _made;

    // A plan of another stage first, so that whoever takes the first is found out.
    private static readonly UsagePlan OtherPlan =
        new() { Id = "other1", Name = "other", ApiStages = [new() { ApiId = "other00001", Stage = Stage }] };

    public UsagePlan Plan { get; } = new()
    {
        Id = PlanId,
        Name = "test-stack-default",
        ApiStages = [new() { ApiId = ApiId, Stage = Stage }],
    };

    public IReadOnlyList<ApiKey> Keys
    {
        get
        {
            lock (_sync)
            {
                return [.. _keys];
            }
        }
    }

    public IReadOnlyCollection<string> PlanKeys => _planKeys.Keys;

    /// <summary>Requests of every key by day.</summary>
    public Dictionary<DateOnly, long> Used { get; } = [];

    /// <summary>By what usage is named in a reply: the key's id, or its value as AWS's documentation says.</summary>
    public Func<ApiKey, string> UsageName { get; set; } = key => key.Id;

    public override Task<CreateApiKeyResponse> CreateApiKeyAsync(
        CreateApiKeyRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("CreateApiKey", cancellationToken, () =>
        {
            lock (_sync)
            {
                var number = ++_made;
                var key = new ApiKey
                {
                    Id = $"key{number:0000000}",
                    Name = request.Name,
                    Value = $"clear-value-of-api-key-number-{number:000000000}",
                    Enabled = request.Enabled ?? false,
                    CreatedDate = DateTime.UnixEpoch.AddDays(20_000 + number),
                    Tags = request.Tags,
                };
                _keys.Add(key);
                return new CreateApiKeyResponse { Id = key.Id, Name = key.Name, Value = key.Value };
            }
        }));

    public override Task<DeleteApiKeyResponse> DeleteApiKeyAsync(
        DeleteApiKeyRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("DeleteApiKey", cancellationToken, () =>
        {
            var key = Find(request.ApiKey);
            lock (_sync)
            {
                _keys.Remove(key);
                _planKeys.Remove(key.Id);
            }

            return new DeleteApiKeyResponse();
        }));

    public override Task<GetApiKeyResponse> GetApiKeyAsync(
        GetApiKeyRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("GetApiKey", cancellationToken, () =>
        {
            var key = Find(request.ApiKey);
            return new GetApiKeyResponse
            {
                Id = key.Id,
                Name = key.Name,
                Enabled = key.Enabled,
                CreatedDate = key.CreatedDate,
                Value = request.IncludeValue == true ? key.Value : null,
                Tags = new(key.Tags ?? []),
            };
        }));

    // Pages of one, so that whoever reads the first page only is found out.
    public override Task<GetApiKeysResponse> GetApiKeysAsync(
        GetApiKeysRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("GetApiKeys", cancellationToken, () =>
        {
            var found = Keys.Where(key => key.Name.StartsWith(request.NameQuery, StringComparison.Ordinal)).ToList();
            var start = int.Parse(request.Position ?? "0", CultureInfo.InvariantCulture);
            return new GetApiKeysResponse
            {
                Items = [.. found.Skip(start).Take(1).Select(key => Shown(key, request.IncludeValues == true))],
                Position = start + 1 < found.Count ? $"{start + 1}" : null,
            };
        }));

    // Used and remaining; nothing remains where there is no quota.
    private List<long> Counted(ApiKey key, DateOnly day)
    {
        var start = Plan.Quota?.Period?.Value == "MONTH" ? new(day.Year, day.Month, 1) : day;
        var used = Used.Where(entry => entry.Key >= start && entry.Key <= day).Sum(entry => entry.Value);
        return Remaining.TryGetValue(key.Id, out var set)
            ? [0, set]
            : [Used.GetValueOrDefault(day), Math.Max(0, (Plan.Quota?.Limit ?? 0) - used)];
    }

    // Without tags, so that whoever relies on them is found out.
    private static ApiKey Shown(ApiKey key, bool withValue) =>
        new()
        {
            Id = key.Id,
            Name = key.Name,
            Enabled = key.Enabled,
            CreatedDate = key.CreatedDate,
            Value = withValue ? key.Value : null,
        };

    private ApiKey Find(string id) =>
        Keys.FirstOrDefault(key => key.Id == id) ?? throw new NotFoundException("Invalid API Key identifier specified")
        {
            StatusCode = HttpStatusCode.NotFound,
            ErrorCode = "NotFoundException",
        };
}
