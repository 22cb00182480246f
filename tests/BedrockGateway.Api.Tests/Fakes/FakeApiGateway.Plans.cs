using System.Globalization;
using System.Net;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>Plans and the keys in them: of one stage, so that a key is in one at most.</content>
internal sealed partial class FakeApiGateway
{
    private static readonly string[] PlanIds = [PlanId, PlanTokens.ProId, PlanTokens.FreeId];

    /// <summary>The plan that a key is in, by its id.</summary>
    public string? PlanOf(string keyId) => _planKeys.GetValueOrDefault(keyId);

    public override Task<CreateUsagePlanKeyResponse> CreateUsagePlanKeyAsync(
        CreateUsagePlanKeyRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("CreateUsagePlanKey", cancellationToken, () =>
        {
            Assert.Contains(request.UsagePlanId, PlanIds);
            Assert.Equal("API_KEY", request.KeyType);
            var key = Find(request.KeyId);
            lock (_sync)
            {
                if (!_planKeys.TryAdd(key.Id, request.UsagePlanId))
                {
                    throw new ConflictException($"{key.Id} is already in a plan of this stage")
                    {
                        StatusCode = HttpStatusCode.Conflict,
                        ErrorCode = "ConflictException",
                    };
                }
            }

            return new CreateUsagePlanKeyResponse { Id = key.Id, Name = key.Name, Value = key.Value, Type = "API_KEY" };
        }));

    public override Task<DeleteUsagePlanKeyResponse> DeleteUsagePlanKeyAsync(
        DeleteUsagePlanKeyRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("DeleteUsagePlanKey", cancellationToken, () =>
        {
            lock (_sync)
            {
                if (PlanOf(request.KeyId) != request.UsagePlanId || !_planKeys.Remove(request.KeyId))
                {
                    throw new NotFoundException("Invalid Usage Plan ID specified")
                    {
                        StatusCode = HttpStatusCode.NotFound,
                        ErrorCode = "NotFoundException",
                    };
                }
            }

            return new DeleteUsagePlanKeyResponse();
        }));

    public override Task<GetUsagePlansResponse> GetUsagePlansAsync(
        GetUsagePlansRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("GetUsagePlans", cancellationToken, () => new GetUsagePlansResponse
        {
            Items = request.KeyId is null ? [OtherPlan, Plan]
                : PlanOf(request.KeyId) is { } planId ? [OtherPlan, Shown(planId)]
                : null,
        }));

    // Of one key, or of all in the plan, in pages of one.
    public override Task<GetUsageResponse> GetUsageAsync(
        GetUsageRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("GetUsage", cancellationToken, () =>
        {
            var (first, last) = (DateOnly.Parse(request.StartDate, CultureInfo.InvariantCulture),
                DateOnly.Parse(request.EndDate, CultureInfo.InvariantCulture));
            Assert.InRange(last.DayNumber - first.DayNumber, 0, 89);
            var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => first.AddDays(day));
            var keys = request.KeyId is { } one
                ? [Find(one)]
                : Keys.Where(key => PlanOf(key.Id) == request.UsagePlanId).ToList();
            var start = int.Parse(request.Position ?? "0", CultureInfo.InvariantCulture);
            return new GetUsageResponse
            {
                Items = Used.Count == 0
                    ? null
                    : keys.Skip(start).Take(1)
                        .ToDictionary(UsageName, key => days.Select(day => Counted(key, day)).ToList()),
                Position = start + 1 < keys.Count ? $"{start + 1}" : null,
            };
        }));

    private UsagePlan Shown(string planId) => planId == PlanId
        ? Plan
        : new() { Id = planId, Name = $"test-stack-{planId}", ApiStages = [new() { ApiId = ApiId, Stage = Stage }] };
}
