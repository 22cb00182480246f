using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>Changes of keys that there are.</content>
internal sealed partial class FakeApiGateway
{
    /// <summary>What was set as left of the quota, by the key's id.</summary>
    public Dictionary<string, long> Remaining { get; } = [];

    public override Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("TagResource", cancellationToken, () =>
        {
            Change(request.ResourceArn, tags =>
            {
                foreach (var (name, value) in request.Tags)
                {
                    Assert.Matches("^[A-Za-z0-9 _.:/=+@-]{1,256}$", value);
                    tags[name] = value;
                }
            });
            return new TagResourceResponse();
        }));

    public override Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("UntagResource", cancellationToken, () =>
        {
            Change(request.ResourceArn, tags => request.TagKeys.ForEach(name => tags.Remove(name)));
            return new UntagResourceResponse();
        }));

    public override Task<UpdateApiKeyResponse> UpdateApiKeyAsync(
        UpdateApiKeyRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("UpdateApiKey", cancellationToken, () =>
        {
            var patch = Assert.Single(request.PatchOperations);
            Assert.Equal((Op.Replace, "/enabled"), (patch.Op, patch.Path));
            var key = Find(request.ApiKey);
            key.Enabled = bool.Parse(patch.Value);
            return new UpdateApiKeyResponse { Id = key.Id, Enabled = key.Enabled };
        }));

    public override Task<UpdateUsageResponse> UpdateUsageAsync(
        UpdateUsageRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("UpdateUsage", cancellationToken, () =>
        {
            var patch = Assert.Single(request.PatchOperations);
            Assert.Equal((Op.Replace, "/remaining", PlanId), (patch.Op, patch.Path, request.UsagePlanId));
            Assert.Contains(request.KeyId, PlanKeys);
            Remaining[request.KeyId] = long.Parse(patch.Value, System.Globalization.CultureInfo.InvariantCulture);
            return new UpdateUsageResponse { UsagePlanId = PlanId };
        }));

    /// <summary>Another key with the name of one that there is; in no plan.</summary>
    public void Copy(string id, Action<ApiKey> change)
    {
        var key = Find(id);
        var copy = new ApiKey
        {
            Id = $"copy-of-{id}",
            Name = key.Name,
            Value = $"copy-of-{key.Value}",
            Enabled = true,
            CreatedDate = key.CreatedDate,
            Tags = new(key.Tags),
        };
        change(copy);
        lock (_sync)
        {
            _keys.Add(copy);
        }
    }

    private void Change(string arn, Action<Dictionary<string, string>> change)
    {
        const string Prefix = "arn:aws:apigateway:eu-west-1::/apikeys/";
        Assert.StartsWith(Prefix, arn, StringComparison.Ordinal);
        var key = Find(arn[Prefix.Length..]);
        lock (_sync)
        {
            change(key.Tags ??= []);
        }
    }
}
